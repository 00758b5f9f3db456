import Glibc
import Testing

@testable import Settings

@Suite struct ConfigFilesTests {
    /// The folder `config` of the repository, three steps above this file.
    private var folder: String {
        get throws {
            let resolved = try #require(realpath(#filePath, nil))
            defer { free(resolved) }
            return String(cString: resolved).split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/config"
        }
    }

    private func text(of path: String) throws -> String {
        let descriptor = open(path, O_RDONLY)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &bytes, bytes.count)
        try #require(count > 0, "\(path) can be read.")
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    @Test("The README of the folder holds the table of settings word for word")
    func readme() throws {
        let text = try text(of: folder + "/README.md")
        #expect(text.contains(Settings.documentation), "The table should be:\n\(Settings.documentation)")
    }

    @Test(
        "Each example is valid as it is, and with every line that is commented out",
        arguments: ["local", "dev", "prod"])
    func examples(name: String) throws {
        let path = try folder + "/.env.\(name).example"
        let plain = EnvironmentFile(path: path)
        #expect(plain.faults.isEmpty)
        let text = try text(of: path)
        let full = text.split(separator: "\n").map { $0.hasPrefix("# OBLIK_") ? $0.dropFirst(2) : $0 }
        #expect(full.contains { $0.hasPrefix("OBLIK_") })
        for content in [text, full.joined(separator: "\n")] {
            try ScratchDirectory.run([".env.\(name)": content]) { scratch in
                _ = try Settings.load(overrides: ["env": name], environment: [:], configDirectory: scratch.path)
            }
        }
    }
}
