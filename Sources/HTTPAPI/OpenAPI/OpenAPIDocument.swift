import HTTPTypes
package import JSON

/// The OpenAPI 3.1 description of a table of endpoints.
///
/// It is printed from the same values that routes and checks come from, so that it can't say anything else.
package struct OpenAPIDocument: Sendable {
    /// The version of what is described.
    package static let version = "0.1.0"

    private let table: EndpointTable

    package init(_ table: EndpointTable) { self.table = table }

    /// The whole document.
    package var value: JSONValue {
        var schemas = OpenAPISchemas()
        let paths = self.paths(&schemas)
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Oblik",
                "summary": "The sales desk: customers, products, stock and orders.",
                "description": .string(Self.description),
                "license": ["name": "Apache 2.0", "identifier": "Apache-2.0"],
                "version": .string(Self.version),
            ],
            "servers": [["url": "/", "description": "The server that this document comes from."]],
            "tags": .array(tags),
            "paths": paths,
            "components": [
                "schemas": .object(schemas.components),
                "responses": OpenAPIProblems.components,
                "headers": headers,
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description": .string(Self.tokens),
                    ]
                ],
            ],
        ]
    }

    /// The document as it is served and committed: JSON, indented, with a line end.
    package var json: [UInt8] { value.serialized(pretty: true) + [0x0A] }

    /// The same document in YAML.
    package var yaml: [UInt8] { Array(YAMLText(value).text.utf8) }

    private static let description = """
        Every refusal is a problem document (RFC 9457) whose `type` has a page. Times are RFC 3339 in UTC, amounts \
        decimal strings. Lists are pages: follow the `Link` header. Unknown parameters and members are refused.
        """

    private static let tokens = """
        The token of a session (POST /auth/login), or one made for a program (POST /auth/tokens, oblik token create). \
        On the address of its own machine, over its private database, a server may do without.
        """

    private var tags: [JSONValue] {
        EndpointTag.allCases.filter { tag in table.endpoints.contains { $0.tag == tag } }
            .map { ["name": .string($0.rawValue), "description": .string($0.summary)] }
    }

    /// The headers that answers point at.
    private var headers: JSONValue {
        let own = AnswerHeader.allCases.map { header -> (String, JSONValue) in
            (header.rawValue, ["description": .string(header.summary), "schema": header.schema])
        }
        let name: JSONValue = [
            "description": "The name of the request: the client's, or one of ours.",
            "schema": ["type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"],
        ]
        return .object(JSONObject(own + [("X-Request-Id", name)]))
    }

    private func paths(_ schemas: inout OpenAPISchemas) -> JSONValue {
        var paths: [(String, JSONObject)] = []
        for endpoint in table.endpoints {
            let path = endpoint.path.description
            let operation = OpenAPIOperation(endpoint).value(&schemas)
            let method = endpoint.method.rawValue.lowercased()
            if let place = paths.firstIndex(where: { $0.0 == path }) {
                paths[place].1 = JSONObject(paths[place].1.members.map { ($0.name, $0.value) } + [(method, operation)])
            } else {
                paths.append((path, JSONObject([(method, operation)])))
            }
        }
        return .object(JSONObject(paths.map { ($0.0, .object($0.1)) }))
    }
}

extension AnswerHeader {
    fileprivate var schema: JSONValue {
        switch self {
        case .totalCount: ["type": "integer", "minimum": 0]
        default: ["type": "string"]
        }
    }
}
