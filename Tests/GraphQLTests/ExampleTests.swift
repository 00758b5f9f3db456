import Foundation
import GraphQL
import JSON
import Testing

@Suite struct ExampleTests {
    @Test("The example of the documentation compiles as it stands there, and answers what is said there")
    func documentation() async throws {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let page = try String(contentsOf: here.appending(path: "../../docs/GRAPHQL.md"), encoding: .utf8)
        let source = try String(contentsOf: here.appending(path: "Example.swift"), encoding: .utf8)
        #expect(page.contains("```swift\n\(source)```"))
        let answer = try await example().json.description
        #expect(page.contains("```json\n\(answer)\n```"))
        #expect(page.contains("```graphql\n\(try Schema(query: Library()).sdl)```"))
    }
}
