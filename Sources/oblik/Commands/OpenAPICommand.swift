import ArgumentParser
import HTTPAPI

/// `oblik openapi`: the description of the HTTP interface, for programs.
struct OpenAPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi", abstract: "Print the HTTP interface as an OpenAPI 3.1 document.")
    @Flag(help: "Print YAML in the place of JSON.") var yaml = false

    func run() {
        let text = String(decoding: yaml ? OpenAPI.yaml : OpenAPI.json, as: UTF8.self)
        Console.print(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }
}
