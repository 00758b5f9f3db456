import Domain
import HTTPTypes
import JSON
import Services

/// One endpoint as an operation of an OpenAPI document.
struct OpenAPIOperation {
    private let endpoint: Endpoint

    init(_ endpoint: Endpoint) { self.endpoint = endpoint }

    func value(_ schemas: inout OpenAPISchemas) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("operationId", .string(endpoint.name)), ("summary", .string(endpoint.summary)),
            ("tags", [.string(endpoint.tag.rawValue)]),
        ]
        let parameters =
            endpoint.pathParameters.map { Self.parameter($0, in: "path") }
            + endpoint.query.map { Self.parameter($0, in: "query") }
            + endpoint.headers.map { Self.parameter($0, in: "header") }
        if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
        if let body = endpoint.body { members.append(("requestBody", requestBody(body, &schemas))) }
        members.append(("responses", responses(&schemas)))
        members.append(("security", endpoint.access == .anyone ? [] : [["token": []]]))
        if let operation = endpoint.operation {
            let roles = operation.permittedRoles.map(\.rawValue).sorted()
            members.append(("x-permission", .string(operation.rawValue)))
            members.append(("x-roles", .array(roles.map { .string($0) })))
        }
        members.append(("x-rate-class", .string(endpoint.rate.rawValue)))
        return .object(JSONObject(members))
    }

    private static func parameter(_ parameter: Parameter, in place: String) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("name", .string(parameter.name)), ("in", .string(place)), ("description", .string(parameter.summary)),
        ]
        if place == "path" { members.append(("required", true)) }
        if parameter.kind.isList {
            members += [("style", .string(place == "query" ? "form" : "simple")), ("explode", false)]
        }
        members.append(("schema", parameter.kind.schema))
        if let example = parameter.example { members.append(("example", example)) }
        return .object(JSONObject(members))
    }

    private func requestBody(_ body: RequestContent, _ schemas: inout OpenAPISchemas) -> JSONValue {
        let one = schemas.reference(body.shape, .request)
        let many: JSONValue = [
            "type": "array", "items": one, "minItems": 1, "maxItems": .number(JSONNumber(RequestContent.maximumRows)),
        ]
        let content = body.types.map { type -> (String, JSONValue) in
            if type == .csv {
                return (type.description, ["schema": ["type": "string"], "example": .string(body.shape.csvExample)])
            }
            let schema = body.reading == .objectOrMany ? ["oneOf": [one, many]] : one
            return (type.description, ["schema": schema, "example": body.shape.example])
        }
        return ["required": .bool(!body.isOptional), "content": .object(JSONObject(content))]
    }

    private func responses(_ schemas: inout OpenAPISchemas) -> JSONValue {
        var responses: [(Int, JSONValue)] = []
        // Answers of one status are one response with several media types.
        for (place, answer) in endpoint.answers.enumerated() {
            let same = endpoint.answers.filter { $0.status == answer.status }
            let isFirst = !endpoint.answers[..<place].contains { $0.status == answer.status }
            if isFirst { responses.append((answer.status.code, response(same, &schemas))) }
        }
        if endpoint.isConditional {
            let headers: JSONValue = ["ETag": Self.header("ETag"), "X-Request-Id": Self.header("X-Request-Id")]
            responses.append((304, ["description": "Nothing has changed.", "headers": headers]))
        }
        responses += OpenAPIProblems.responses(of: endpoint)
        return .object(JSONObject(responses.sorted { $0.0 < $1.0 }.map { (String($0.0), $0.1) }))
    }

    private func response(_ answers: [Answer], _ schemas: inout OpenAPISchemas) -> JSONValue {
        var names: [String] = []
        for name in answers.flatMap(\.headers).map(\.rawValue) + ["X-Request-Id"] where !names.contains(name) {
            names.append(name)
        }
        var members: [(String, JSONValue)] = [
            ("description", .string(answers.map(\.summary).joined(separator: " "))),
            ("headers", .object(JSONObject(names.map { ($0, Self.header($0)) }))),
        ]
        var content: [(String, JSONValue)] = []
        for answer in answers { content += self.content(of: answer, &schemas) }
        if !content.isEmpty { members.append(("content", .object(JSONObject(content)))) }
        let links = answers.flatMap(\.links)
        if !links.isEmpty {
            let links = links.map { link -> (String, JSONValue) in
                let from = JSONValue.string("$response.body#/\(link.member)")
                let parameters = JSONObject([(link.parameter, from)])
                return (link.target, ["operationId": .string(link.target), "parameters": .object(parameters)])
            }
            members.append(("links", .object(JSONObject(links))))
        }
        return .object(JSONObject(members))
    }

    private static func header(_ name: String) -> JSONValue { ["$ref": .string("#/components/headers/\(name)")] }

    private func content(of answer: Answer, _ schemas: inout OpenAPISchemas) -> [(String, JSONValue)] {
        switch answer.content {
        case .nothing: return []
        case .object(let shape):
            return [("application/json", ["schema": schemas.reference(shape, .answer), "example": shape.example])]
        case .objectOrMany(let shape):
            let one = schemas.reference(shape, .answer)
            let schema: JSONValue = ["oneOf": [one, ["type": "array", "items": one]]]
            return [("application/json", ["schema": schema, "example": shape.example])]
        case .list(let shape):
            let rows: JSONValue = ["type": "array", "items": schemas.reference(shape, .answer)]
            return [("application/json", ["schema": rows, "example": [shape.example]])]
        case .rows(let shape):
            let rows: JSONValue = ["type": "array", "items": schemas.reference(shape, .answer)]
            let text: JSONValue = ["schema": ["type": "string"]]
            return answer.types.map { type in
                (type.description, type == .json ? ["schema": rows, "example": [shape.example]] : text)
            }
        case .document(let types):
            return types.map { ($0.description, ["schema": ["type": "object"]]) }
        case .text(let types): return types.map { ($0.description, ["schema": ["type": "string"]]) }
        case .stream(let type): return [(type.description, ["schema": ["type": "string"]])]
        }
    }
}

extension Shape {
    /// A table of one row, made of the examples of the members.
    fileprivate var csvExample: String {
        let row = fields.compactMap { field in field.example.map { (field.name, $0.stringValue ?? $0.description) } }
        let cells = row.map { $0.1.contains(",") ? "\"\($0.1)\"" : $0.1 }
        return "\(row.map(\.0).joined(separator: ","))\r\n\(cells.joined(separator: ","))\r\n"
    }
}
