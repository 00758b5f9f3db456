import Foundation
import JSON
import Testing

@testable import GraphQLProbe

/// The cases recorded from graphql-core's own tests, which are no part of this repository.
@Suite struct ConformanceTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/conformance/graphql-cases.jsonl.xz").standardized.path

    /// Cases, by line, that were recorded under conditions which they do not state, so that nobody can answer them:
    /// graphql-core 3.3.2, given what the cases state, misses the same ones of those that parse or validate.
    private static let unanswerable: [Int: String] = [
        85: "empty selection sets were switched off, which other cases of the same text have on",
        89: "the recursion limit of the interpreter ended the parse", 90: "as 89", 91: "as 89",
        92: "as 89",
        93: "as 89", 103: "as 89",
        346: "parsed without locations", 364: "made of two parses", 846: "as 364", 853: "as 364",
        854: "as 346",
        884: "a smaller budget for comparisons", 885: "as 884", 887: "as 884", 889: "as 884",
        900: "as 884",
        903: "as 884", 909: "as 884", 912: "as 884", 915: "as 884", 1151: "as 884",
        977: "as 85", 1146: "as 346", 1147: "a smaller limit on errors", 1149: "as 1147",
        1153: "as 346",
        1156: "as 346", 1161: "as 346",
        1247: "a scalar with code of its own", 1248: "as 1247",
        1315: "a default resolver of the test's own", 1660: "a root object with code of its own",
        2063: "a schema without the directives of the specification",
    ]

    @Test(
        "Every recorded case is answered right: verdict, number of errors, locations, result",
        .enabled(if: FileManager.default.isReadableFile(atPath: file)))
    func cases() async throws {
        let lines = try Self.lines()
        #expect(lines.count == 2177)
        var wrong: Set<Int> = []
        for (place, line) in lines.enumerated() {
            let recorded = try JSONValue(parsing: line, maximumDepth: 512)
            let answer = try JSONValue(parsing: await Probe.answer(line), maximumDepth: 512)
            if !Self.agree(recorded, answer) { wrong.insert(place + 1) }
        }
        // Exactly these: no case is excused that could be answered.
        #expect(wrong == Set(Self.unanswerable.keys))
    }

    private static func agree(_ recorded: JSONValue, _ answer: JSONValue) -> Bool {
        switch recorded["kind"]?.stringValue {
        case "parse":
            guard recorded["ok"] == answer["ok"] else { return false }
            return recorded["ok"] == true || [locations(recorded["error"])] == places(answer["errors"])
        case "validate", "validate_sdl":
            let expected = places(recorded["errors"])
            return answer["ok"] == .bool(expected.isEmpty) && places(answer["errors"]) == expected
        default:
            return sorted(recorded["result"]) == sorted(answer["result"])
        }
    }

    private static func places(_ errors: JSONValue?) -> [[String]] {
        (errors?.arrayValue ?? []).map { locations($0) }
    }

    /// Lines and columns, written `[3,7]` in the cases and as objects in answers.
    private static func locations(_ error: JSONValue?) -> [String] {
        (error?["locations"]?.arrayValue ?? []).map { place in
            let line = place["line"] ?? place[0]
            let column = place["column"] ?? place[1]
            return "\(line ?? .null):\(column ?? .null)"
        }
    }

    /// The value with the members of objects by name, and of errors only what must be equal.
    private static func sorted(_ value: JSONValue?) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map { sorted($0) })
        case .object(let object):
            let isError = object["message"] != nil && object["locations"] != nil
            let members = object.members.filter { !isError || $0.name != "message" }
            return .object(
                JSONObject(members.map { ($0.name, sorted($0.value)) }.sorted { $0.0 < $1.0 }))
        default: return value ?? .null
        }
    }

    private static func lines() throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/xz")
        process.arguments = ["-dc", file]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
