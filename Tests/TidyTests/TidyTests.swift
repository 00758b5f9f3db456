import Foundation
import Testing

/// The rules of the house that no compiler checks: who may import whom, how long things may be, which words stay out.
@Suite struct TidyTests {
    /// Each of our modules, and those of our modules that it may import.
    ///
    /// Arrows point down only.
    static let arrows: [String: Set<String>] = [
        "Reactor": [], "Wording": [], "Domain": ["Wording"], "JSON": [], "GraphQL": ["JSON"], "TerminalUI": ["Wording"],
        "Settings": [],
        "Sodium": ["CSodium"],
        "Postgres": ["CLibPQ", "Reactor"],
        "EmbeddedPostgres": ["CTerminal"],
        "Repositories": ["Domain", "Postgres"],
        "Migrations": ["Postgres", "Sodium"],
        "Services": ["Domain", "JSON", "Postgres", "Reactor", "Repositories", "Sodium", "Wording"],
        "Curses": ["CTerminal", "Reactor", "TerminalUI"],
        "Screens": ["Domain", "JSON", "Services", "TerminalUI", "Wording"],
        "GraphQLAPI": ["Domain", "GraphQL", "JSON", "Services", "Sodium", "Wording"],
        "HTTPAPI": ["CZlib", "Domain", "GraphQL", "GraphQLAPI", "JSON", "Services", "Wording"],
        "oblik": [
            "CTerminal", "Curses", "Domain", "EmbeddedPostgres", "GraphQL", "GraphQLAPI", "HTTPAPI", "JSON",
            "Migrations", "Postgres", "Reactor", "Repositories", "Screens", "Services", "Settings", "Sodium",
            "TerminalUI", "Wording",
        ],
    ]

    /// Packages of others, and the only modules that may import them.
    static let confined: [String: Set<String>] = [
        "Hummingbird": ["HTTPAPI"], "HummingbirdCore": ["HTTPAPI"], "HummingbirdHTTP2": ["HTTPAPI"],
        "NIOSSL": ["HTTPAPI"], "NIOHTTP1": ["HTTPAPI"], "NIOHTTPTypesHTTP1": ["HTTPAPI"], "NIOCore": ["HTTPAPI"],
        "NIOPosix": ["HTTPAPI"],
        "NIOHTTPTypes": ["HTTPAPI"], "HTTPTypes": ["HTTPAPI"],
        "ArgumentParser": ["oblik"], "ServiceLifecycle": ["HTTPAPI", "oblik"], "Configuration": ["Settings"],
        "TOMLKit": ["TerminalUI"], "Logging": ["Services", "GraphQLAPI", "HTTPAPI", "oblik"],
    ]

    static let banned = [
        "@unchecked Sendable", "nonisolated(unsafe)", "try!", "fatalError(", "TODO", "FIXME", "@MainActor",
    ]

    @Test("Every module has its row in the table of imports")
    func modulesAreListed() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
        let doors: Set = ["CLibPQ", "CSodium", "CTerminal", "CZlib"]
        #expect(Set(folders).subtracting(doors) == Set(Self.arrows.keys))
    }

    @Test("Modules import only what is below them", arguments: arrows.keys.sorted())
    func imports(of module: String) throws {
        let ours = Set(Self.arrows.keys).union(["CLibPQ", "CTerminal", "CSodium", "CZlib"])
        for file in try files(in: "Sources/\(module)") {
            for line in file.lines {
                guard
                    let match = line.firstMatch(
                        of:
                            /^(?:@\w+ )?(?:public |package |internal |private )?import (?:struct |enum |class |func |protocol )?(\w+)/
                    )
                else { continue }
                let name = String(match.1)
                if ours.contains(name) {
                    #expect(Self.arrows[module, default: []].contains(name), "\(file.path) imports \(name)")
                }
                if let homes = Self.confined[name] {
                    #expect(homes.contains(module), "\(file.path) imports \(name)")
                }
            }
        }
    }

    @Test("No file has more than 400 lines, and no line more than 120 columns")
    func sizes() throws {
        for file in try files(in: "Sources") + files(in: "Tests") {
            #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count) lines")
            for (number, line) in file.lines.enumerated() where line.count > 120 {
                // A literal table may be wider than a sentence.
                #expect(
                    line.contains("\"") || line.contains("/^"), "\(file.path):\(number + 1) has \(line.count) columns")
            }
        }
    }

    @Test("No function has more than 60 lines, statements in literals not counted")
    func functionSizes() throws {
        for file in try files(in: "Sources") where file.path.hasSuffix(".swift") {
            for function in functions(in: file.lines) {
                #expect(function.count <= 60, "\(file.path): \(function.name) has \(function.count) lines")
            }
        }
    }

    @Test("No source holds a banned word")
    func bannedWords() throws {
        for file in try files(in: "Sources") {
            for (number, line) in file.lines.enumerated() {
                for word in Self.banned where line.contains(word) {
                    Issue.record("\(file.path):\(number + 1) holds \(word)")
                }
            }
        }
    }

    @Test("Only the commands print")
    func printing() throws {
        for file in try files(in: "Sources") where !file.path.hasPrefix("Sources/oblik/") {
            for (number, line) in file.lines.enumerated() where line.firstMatch(of: /(?:^|[^\w.])print\(/) != nil {
                Issue.record("\(file.path):\(number + 1) prints")
            }
        }
    }

    private var root: URL { URL(filePath: #filePath).appending(path: "../../..").standardized }

    private func files(in folder: String) throws -> [(path: String, lines: [String])] {
        let start = root.appending(path: folder)
        let urls = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }
        return try (urls ?? []).filter { ["swift", "c", "h"].contains($0.pathExtension) }.map { url in
            let text = try String(contentsOf: url, encoding: .utf8)
            let path = String(url.path.dropFirst(root.path.count + (root.path.hasSuffix("/") ? 0 : 1)))
            return (path, text.components(separatedBy: "\n"))
        }
    }

    /// The functions of a file, found by their indentation: swift-format closes each in the column where it began.
    private func functions(in lines: [String]) -> [(name: String, count: Int)] {
        var found: [(String, Int)] = []
        var open: (name: String, indent: Int, count: Int)?
        var isInLiteral = false
        for line in lines {
            let indent = line.prefix { $0 == " " }.count
            if let current = open {
                if !isInLiteral { open?.count += 1 }
                if line.components(separatedBy: "\"\"\"").count == 2 { isInLiteral.toggle() }
                if indent == current.indent && line.hasPrefix(String(repeating: " ", count: indent) + "}") {
                    found.append((current.name, (open?.count ?? 0) + 1))
                    open = nil
                }
            } else if let match = line.firstMatch(of: /^ *(?:[@\w()]+ )*(?:func (\S+?)[(<]|init[?<(])/),
                !line.hasSuffix("}"),
                !line.contains("///")
            {
                open = (String(match.1 ?? "init"), indent, 1)
            }
        }
        return found
    }
}
