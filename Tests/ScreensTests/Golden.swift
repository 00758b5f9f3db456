import Glibc
import Testing

/// Pictures kept as text files beside the tests; `UPDATE_GOLDEN=1` rewrites them.
enum Golden {
    /// Holds rows against the picture called `name`; a missing picture is a failure.
    static func expect(_ rows: [String], is name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let path = directory + "/" + name + ".txt"
        let text = rows.map { $0 + "\n" }.joined()
        if getenv("UPDATE_GOLDEN") != nil { write(text, to: path) }
        let expected = read(path)
        #expect(expected == text, "The screen is not the picture \(name).txt.", sourceLocation: sourceLocation)
    }

    private static let directory: String = {
        let file = String(#filePath)
        return String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]) + "/Golden"
    }()

    private static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private static func write(_ text: String, to path: String) {
        guard let file = fopen(path, "w") else { return }
        fputs(text, file)
        fclose(file)
    }
}
