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
        members.append(("security", security))
        if let operation = endpoint.operation {
            let roles = operation.permittedRoles.map(\.rawValue).sorted()
            members.append(("x-permission", .string(operation.rawValue)))
            members.append(("x-roles", .array(roles.map { .string($0) })))
        }
        members.append(("x-rate-class", .string(endpoint.rate.rawValue)))
        return .object(JSONObject(members))
    }

    /// Whether a token is needed, or counts where it is sent.
    private var security: JSONValue {
        switch endpoint.access {
        case .anyone: []
        case .known: [[:], ["token": []]]
        case .signedIn, .permitted: [["token": []]]
        }
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
                let table = OpenAPISchemas.pattern(body.shape.csvPattern)
                return (type.description, ["schema": table, "example": .string(body.shape.csvExample)])
            }
            let schema = body.reading == .objectOrMany ? ["oneOf": [one, many]] : one
            return (type.description, ["schema": schema, "example": body.shape.example])
        }
        return ["required": .bool(!body.isOptional), "content": .object(JSONObject(content))]
    }

    private func responses(_ schemas: inout OpenAPISchemas) -> JSONValue {
        var responses: [(Int, JSONValue)] = []
        for status in Set(endpoint.answers.map(\.status.code)).sorted() {
            let answers = endpoint.answers.filter { $0.status.code == status }
            responses.append((status, response(answers, &schemas)))
        }
        if endpoint.isConditional {
            let headers: JSONValue = ["ETag": Self.header("ETag"), "X-Request-Id": Self.header("X-Request-Id")]
            responses.append((304, ["description": "Nothing has changed.", "headers": headers]))
        }
        for (status, problem) in OpenAPIProblems.responses(of: endpoint) {
            if let place = responses.firstIndex(where: { $0.0 == status }) {
                responses[place].1 = Self.adding(OpenAPIProblems.content(status), to: responses[place].1)
            } else {
                responses.append((status, problem))
            }
        }
        return .object(JSONObject(responses.sorted { $0.0 < $1.0 }.map { (String($0.0), $0.1) }))
    }

    /// The response of one status, which may come in several forms.
    private func response(_ answers: [Answer], _ schemas: inout OpenAPISchemas) -> JSONValue {
        let named = AnswerHeader.allCases.filter { header in answers.contains { $0.headers.contains(header) } }
        let headers = (named.map(\.rawValue) + ["X-Request-Id"]).map { ($0, Self.header($0)) }
        let summary = answers.map(\.summary).joined(separator: " ")
        var members: [(String, JSONValue)] = [
            ("description", .string(summary)), ("headers", .object(JSONObject(headers))),
        ]
        var contents: [(String, JSONValue)] = []
        for answer in answers {
            for form in content(of: answer, &schemas) where !contents.contains(where: { $0.0 == form.0 }) {
                contents.append(form)
            }
        }
        if !contents.isEmpty { members.append(("content", .object(JSONObject(contents)))) }
        let ways = answers.flatMap(\.links)
        if !ways.isEmpty {
            let links = ways.map { link -> (String, JSONValue) in
                let from = JSONValue.string("$response.body#/\(link.member)")
                let parameters = JSONObject([(link.parameter, from)])
                return (link.target, ["operationId": .string(link.target), "parameters": .object(parameters)])
            }
            members.append(("links", .object(JSONObject(links))))
        }
        return .object(JSONObject(members))
    }

    /// The response, which may be of these types too: what an endpoint says of a status itself is said once.
    private static func adding(_ content: JSONObject, to response: JSONValue) -> JSONValue {
        let members = (response.objectValue?.members ?? []).map { member -> (String, JSONValue) in
            guard member.name == "content", let own = member.value.objectValue else {
                return (member.name, member.value)
            }
            return (member.name, .object(JSONObject((own.members + content.members).map { ($0.name, $0.value) })))
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
    /// A table as far as an expression can tell: the names of members in its first line, and lines below it.
    fileprivate var csvPattern: String {
        let name = "(\(fields.map(\.name).joined(separator: "|")))"
        return "^\(name)(,\(name))*\\r?\\n[^\\u0000]+$"
    }

    /// A table of one row, made of the examples of the members.
    fileprivate var csvExample: String {
        let row = fields.compactMap { field in field.example.map { (field.name, $0.stringValue ?? $0.description) } }
        let cells = row.map { $0.1.contains(",") ? "\"\($0.1)\"" : $0.1 }
        return "\(row.map(\.0).joined(separator: ","))\r\n\(cells.joined(separator: ","))\r\n"
    }
}
