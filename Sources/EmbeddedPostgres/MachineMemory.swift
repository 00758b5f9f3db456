/// How much memory this process may count on.
enum MachineMemory {
    /// The machine's memory, or the container's limit where that is smaller.
    static var megabytes: Int {
        let limit = text(of: "/sys/fs/cgroup/memory.max").flatMap { Int($0.prefix { $0.isNumber }) } ?? Int.max
        return min(machineKilobytes / 1024, limit / 1_048_576)
    }

    /// The first number of `/proc/meminfo`, `MemTotal`.
    private static var machineKilobytes: Int {
        guard let line = text(of: "/proc/meminfo")?.split(separator: "\n").first else { return 0 }
        return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }
}
