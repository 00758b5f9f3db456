import Glibc
import Wording

/// The text of a small file that people write: a theme, or the keys.
enum ConfigurationFile {
    /// Why a file can't be used at all, as a sentence.
    struct Fault: Error {
        let reason: Phrase
    }

    /// The most bytes of a file.
    static let maximumBytes = 65_536

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func read(_ path: String) throws(Fault) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Fault(reason: "The file can't be opened: \(String(cString: strerror(errno))).")
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: maximumBytes + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
            }
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else {
                throw Fault(reason: "The file can't be read: \(String(cString: strerror(errno))).")
            }
            if got == 0 { break }
            count += got
        }
        guard count <= maximumBytes else { throw Fault(reason: "The file is larger than \(maximumBytes) bytes.") }
        guard let text = String(validating: bytes[..<count], as: UTF8.self) else {
            throw Fault(reason: "The file isn't UTF-8.")
        }
        return text
    }
}
