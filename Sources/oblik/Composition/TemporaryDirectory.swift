import Glibc

/// A directory for the time of one command.
struct TemporaryDirectory {
    let path: String

    init() throws {
        var template = Array("/tmp/oblik-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FolderError(path: "/tmp", code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Takes it away with all that is in it; what can't be taken away stays for the system to clear.
    func remove() {
        do {
            _ = try ChildProcess.run("rm", ["-rf", path])
        } catch {
            Console.complain("\(path) is left behind: \(error)")
        }
    }
}
