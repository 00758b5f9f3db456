import Glibc

/// A file of lines `NAME=value`.
///
/// Empty lines and lines that begin with `#` are left out, and a value may stand in single or double quotes. What is
/// neither is a fault: a setting that is skipped in silence is worse than a start that is refused.
struct EnvironmentFile: Sendable {
    /// A line that sets something.
    struct Entry: Sendable, Equatable {
        let name: String
        let value: String
        let line: Int
    }

    let path: String
    private(set) var entries: [Entry] = []
    private(set) var faults: [SettingsFault] = []
    /// Whether other accounts can read the file.
    private(set) var isOpenToOthers = false

    private static let maximumBytes = 65_536

    /// Reads a file; one that is not there has no entries and no faults.
    init(path: String) {
        self.path = path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno != ENOENT { faults = [fault("it cannot be read (error \(errno))")] }
            return
        }
        defer { close(descriptor) }
        var status = stat()
        isOpenToOthers = fstat(descriptor, &status) == 0 && status.st_mode & 0o077 != 0
        var bytes = [UInt8](repeating: 0, count: Self.maximumBytes + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
            }
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else {
                faults = [fault("it cannot be read (error \(errno))")]
                return
            }
            if got == 0 { break }
            count += got
        }
        guard count <= Self.maximumBytes else {
            faults = [fault("it has more than \(Self.maximumBytes) bytes")]
            return
        }
        parse(Array(bytes.prefix(count)))
    }

    /// Parses bytes as if they were the file's.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        parse(bytes)
    }

    private mutating func parse(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            faults.append(fault("it is not UTF-8 text"))
            return
        }
        var lines: [String: Int] = [:]
        for (index, rawLine) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = Self.trimmed(rawLine)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            guard let sign = line.firstIndex(of: "="), sign > line.startIndex else {
                faults.append(fault("not of the form NAME=value", line: index + 1))
                continue
            }
            let name = String(Self.trimmed(line[..<sign]))
            if let first = lines[name] {
                faults.append(fault("\(name) is set a second time (first in line \(first))", line: index + 1))
                continue
            }
            lines[name] = index + 1
            let value = Self.unquoted(Self.trimmed(line[line.index(after: sign)...]))
            entries.append(Entry(name: name, value: String(value), line: index + 1))
        }
    }

    private func fault(_ problem: String, line: Int? = nil) -> SettingsFault {
        SettingsFault(name: "", source: line.map { "\(path):\($0)" } ?? path, problem: problem)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let blanks: Set<Character> = [" ", "\t"]
        let start = text.drop { blanks.contains($0) }
        guard let last = start.lastIndex(where: { !blanks.contains($0) }) else { return "" }
        return start[...last]
    }

    private static func unquoted(_ value: Substring) -> Substring {
        for quote: Character in ["\"", "'"]
        where value.count >= 2 && value.first == quote && value.last == quote {
            return value.dropFirst().dropLast()
        }
        return value
    }
}
