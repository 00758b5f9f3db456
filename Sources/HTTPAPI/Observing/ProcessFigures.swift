import Glibc

/// What the operating system tells of this process (proc(5)), in the units of Prometheus.
struct ProcessFigures {
    var cpuSeconds = 0.0
    var residentBytes = 0
    var virtualBytes = 0
    var openFiles = 0
    var maximumFiles = 0
    var startSeconds = 0.0
    var threads = 0

    /// Reads them now; what can't be read stays 0.
    init() {
        readUsage()
        readStatus()
        openFiles = max(0, Self.entries(in: "/proc/self/fd") - 1)
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            maximumFiles = Int(clamping: limit.rlim_cur)
        }
    }

    private mutating func readUsage() {
        var usage = rusage()
        guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return }
        cpuSeconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    }

    /// The fields of `/proc/self/stat` behind the name in parentheses: threads, start, sizes.
    private mutating func readStatus() {
        let text = Self.text(of: "/proc/self/stat")
        guard let end = text.lastIndex(of: ")") else { return }
        let fields = text[text.index(after: end)...].split(separator: " ").map { Int($0) ?? 0 }
        guard fields.count > 21 else { return }
        threads = fields[17]
        virtualBytes = fields[20]
        residentBytes = fields[21] * sysconf(Int32(_SC_PAGESIZE))
        let sinceBoot = Double(fields[19]) / Double(sysconf(Int32(_SC_CLK_TCK)))
        let boot = Self.text(of: "/proc/stat").split(separator: "\n").first { $0.hasPrefix("btime ") }
        startSeconds = (boot.flatMap { Double($0.dropFirst(6)) } ?? 0) + sinceBoot
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }

    private static func text(of path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        // These files are a few kilobytes; more than this would be another kind of file.
        while bytes.count < 1 << 20 {
            let count = read(descriptor, &chunk, chunk.count)
            guard count > 0 else { break }
            bytes += chunk.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func entries(in path: String) -> Int {
        guard let folder = opendir(path) else { return 0 }
        defer { closedir(folder) }
        var count = 0
        while let entry = readdir(folder) {
            if entry.pointee.d_name.0 != CChar(UInt8(ascii: ".")) { count += 1 }
        }
        return count
    }
}
