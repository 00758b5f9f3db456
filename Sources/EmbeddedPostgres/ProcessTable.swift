import Glibc

/// What `/proc` tells about processes.
enum ProcessTable {
    /// The state letter of a process (proc(5): `R`, `S`, `Z` …), or nil where there is no such process.
    static func state(of process: Int32) -> Character? {
        // The second field is the program's name in brackets and may hold anything, so the last bracket ends it.
        guard let line = text(of: "/proc/\(process)/stat"), let bracket = line.lastIndex(of: ")") else { return nil }
        return line[bracket...].dropFirst(2).first
    }

    /// The name of a process's program, or nil where there is no such process; zombies keep it.
    static func name(of process: Int32) -> String? {
        text(of: "/proc/\(process)/comm").map { String($0.prefix { $0 != "\n" }) }
    }

    /// Whether the process has ended, and only its parent's notice is missing.
    static func isZombie(_ process: Int32) -> Bool {
        state(of: process) == "Z"
    }

    /// Whether the process lives and works in this directory, as a server does in its data directory.
    static func isAlive(_ process: Int32, in directory: String) -> Bool {
        guard let state = state(of: process), state != "Z", state != "X" else { return false }
        return workingDirectory(of: process) == directory
    }

    /// Every living process whose working directory is this one.
    static func processes(in directory: String) -> [Int32] {
        entries(of: "/proc").compactMap { Int32($0) }.filter { isAlive($0, in: directory) }
    }

    private static func workingDirectory(of process: Int32) -> String? {
        var buffer = [CChar](repeating: 0, count: 4097)
        let count = readlink("/proc/\(process)/cwd", &buffer, buffer.count - 1)
        return count > 0 ? string(fromC: buffer) : nil
    }
}
