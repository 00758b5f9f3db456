import Glibc

/// A process of this machine, as `/proc` tells of it.
struct RunningProcess: Sendable, CustomStringConvertible {
    let id: pid_t
    let parent: pid_t
    /// The file that it runs.
    let executable: String
    let workingDirectory: String
    let arguments: String
    let environment: String

    /// All processes but dead ones that nobody has asked after.
    static func all() -> [RunningProcess] {
        Files.names(in: "/proc").compactMap { pid_t($0) }.compactMap { RunningProcess($0) }
    }

    init?(_ id: pid_t) {
        // proc(5): the name stands in parentheses and may hold anything, so the rest begins behind the last one.
        let stat = Files.text(of: "/proc/\(id)/stat")
        guard let end = stat.lastIndex(of: ")") else { return nil }
        let fields = stat[end...].split(separator: " ").dropFirst()
        guard let state = fields.first, state != "Z", let parent = fields.dropFirst().first.flatMap({ pid_t($0) })
        else { return nil }
        self.id = id
        self.parent = parent
        executable = Files.target(of: "/proc/\(id)/exe") ?? ""
        workingDirectory = Files.target(of: "/proc/\(id)/cwd") ?? ""
        arguments = Files.text(of: "/proc/\(id)/cmdline")
        environment = Files.text(of: "/proc/\(id)/environ")
    }

    /// Whether it works in a folder, or was given it.
    func mentions(_ folder: String) -> Bool {
        workingDirectory.hasPrefix(folder) || arguments.contains(folder) || environment.contains(folder)
    }

    var description: String { "\(id) \(arguments.split(separator: "\0").joined(separator: " "))" }
}
