import Domain
import Foundation
import HTTPTypes
import JSON
import TestSupport
import Testing

@testable import HTTPAPI

@Suite struct OpenAPITests {
    private let document = OpenAPIDocument(OpenAPI.table).value
    private let table = OpenAPI.table

    @Test("The committed document is what the code prints: oblik openapi > docs/openapi.json")
    func isCommitted() throws {
        let committed = try String(contentsOfFile: Repository.path("docs/openapi.json"), encoding: .utf8)
        #expect(committed == String(decoding: OpenAPI.json, as: UTF8.self))
    }

    @Test("Every route is documented, and every document is routed")
    func isComplete() throws {
        let paths = try #require(document["paths"]?.objectValue)
        var documented: Set<String> = []
        for path in paths.members {
            for method in try #require(path.value.objectValue).names {
                documented.insert("\(method.uppercased()) \(path.name)")
            }
        }
        #expect(documented == Set(table.endpoints.map { "\($0.method) \($0.path)" }))
        #expect(documented.count == table.endpoints.count)
    }

    @Test("Every operation has a name of its own, in one word")
    func namesOperations() {
        let names = table.endpoints.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.wholeMatch(of: /[a-z][A-Za-z]+/) != nil, "\(name)") }
    }

    @Test("Every parameter of a path is declared, and every link leads to an operation and its parameter")
    func isConsistent() {
        for endpoint in table.endpoints {
            let braces = endpoint.path.segments.compactMap { segment -> String? in
                if case .parameter(let name) = segment { name } else { nil }
            }
            #expect(endpoint.pathParameters.map(\.name) == braces, "\(endpoint.path)")
            #expect(!endpoint.answers.isEmpty, "\(endpoint.path)")
            for link in endpoint.answers.flatMap(\.links) {
                let target = table.endpoints.first { $0.name == link.target }
                #expect(target?.pathParameters.contains { $0.name == link.parameter } == true, "\(link)")
            }
        }
    }

    @Test("Every reference leads to a component, and no object takes members that it does not name")
    func isClosed() throws {
        var references: [String] = []
        var open: [JSONValue] = []
        visit(document) { value in
            if let reference = value["$ref"]?.stringValue { references.append(reference) }
            if value["properties"] != nil, value["additionalProperties"] != false { open.append(value) }
        }
        #expect(!references.isEmpty)
        for reference in Set(references) {
            let parts = reference.split(separator: "/").dropFirst().map(String.init)
            #expect(parts.reduce(document) { $0?[$1] } != nil, "\(reference)")
        }
        // A problem may have members of its kind; a request of GraphQL, members that no specification knows yet.
        let request = try #require(document["components"]?["schemas"]?["GraphQLRequest"])
        #expect(open == [request, OpenAPISchemas.problem])
    }

    @Test("The example of every body and answer is of its shape")
    func givesExamples() {
        for endpoint in table.endpoints {
            if let shape = endpoint.body?.shape, endpoint.body?.reading != .raw {
                #expect(shape.faults(in: shape.example, at: .root).isEmpty, "\(endpoint.name)")
            }
            for answer in endpoint.answers {
                switch answer.content {
                case .object(let shape), .rows(let shape), .objectOrMany(let shape), .list(let shape):
                    #expect(shape.faults(in: shape.example, at: .root).isEmpty, "\(endpoint.name)")
                default: break
                }
            }
        }
    }

    @Test("The document is served as JSON and as YAML, and says the same in both")
    func isServed() async throws {
        try await API.open { api in
            let json = try await api.get("/openapi.json")
            #expect(json.status == 200)
            #expect(json.headers["content-type"] == "application/json")
            #expect(try json.json["openapi"] == "3.1.0")
            let yaml = try await api.get("/openapi.yaml")
            #expect(yaml.headers["content-type"] == "application/yaml")
            #expect(yaml.text.hasPrefix("openapi: \"3.1.0\"\ninfo:\n  title: \"Oblik\"\n"))
            #expect(try await api.get("/openapi.json", headers: [("Accept", "text/html")]).status == 406)
        }
    }

    @Test("YAML keeps empty objects, nested arrays and texts that look like something else")
    func writesYAML() {
        let value: JSONValue = ["a": [1, ["b": "yes"], []], "on": [:], "c d": "x: #y", "e": nil]
        let text = "a:\n  - 1\n  -\n    b: \"yes\"\n  - []\n\"on\": {}\n\"c d\": \"x: #y\"\ne: null\n"
        #expect(YAMLText(value).text == text)
    }

    private func visit(_ value: JSONValue, _ take: (JSONValue) -> Void) {
        take(value)
        for member in value.objectValue?.members ?? [] { visit(member.value, take) }
        for element in value.arrayValue ?? [] { visit(element, take) }
    }
}
