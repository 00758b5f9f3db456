import HTTPTypes
import JSON

/// The problems in an OpenAPI document: those that many endpoints share, and those of one.
enum OpenAPIProblems {
    /// Problems that any request may meet, whatever the endpoint's own.
    private static let everywhere: [ProblemKind] = [
        .malformedRequest, .malformedQuery, .unknownParameter, .duplicateParameter, .methodNotAllowed, .notAcceptable,
        .misdirectedRequest, .internalError, .busy, .unavailable,
    ]

    /// Problems of a request that brings a body.
    private static let ofBodies: [ProblemKind] = [
        .malformedJSON, .requestTimeout, .contentTooLarge, .unsupportedMediaType, .validationFailed,
    ]

    /// The responses that operations point at, by their names.
    static var components: JSONValue {
        let statuses = Set(ProblemKind.allCases.map(\.status.code)).sorted()
        return .object(JSONObject(statuses.map { (name($0), response($0, ProblemKind.allCases)) }))
    }

    /// The responses of an endpoint that are problems, by status.
    static func responses(of endpoint: Endpoint) -> [(Int, JSONValue)] {
        let kinds = general(endpoint) + endpoint.refusals
        let own = Set(endpoint.refusals.map(\.status.code))
        return Set(kinds.map(\.status.code)).sorted()
            .map { status in
                // What is special about this endpoint is spelled out; the rest is the same everywhere.
                let isOwn = own.contains(status)
                return (
                    status,
                    isOwn ? response(status, kinds) : ["$ref": .string("#/components/responses/\(name(status))")]
                )
            }
    }

    private static func general(_ endpoint: Endpoint) -> [ProblemKind] {
        var kinds = everywhere
        if endpoint.body != nil { kinds += ofBodies }
        if endpoint.query.contains(where: { $0.kind == .cursor }) { kinds.append(.invalidCursor) }
        if !endpoint.query.isEmpty || !endpoint.headers.isEmpty { kinds.append(.validationFailed) }
        if !endpoint.pathParameters.isEmpty { kinds.append(.notFound) }
        if endpoint.access != .anyone {
            kinds += [.authenticationRequired, .invalidToken, .forbidden, .insufficientScope]
        }
        if endpoint.rate != .none { kinds += [.quotaExceeded, .overloaded] }
        if endpoint.method != .get { kinds.append(.crossOrigin) }
        return kinds
    }

    private static func response(_ status: Int, _ kinds: [ProblemKind]) -> JSONValue {
        var codes: [ProblemKind] = []
        for kind in kinds where kind.status.code == status && !codes.contains(kind) { codes.append(kind) }
        let lines = codes.map { "`\($0.rawValue)`: \($0.title)." }
        return [
            "description": .string(lines.joined(separator: "\n")),
            "headers": ["X-Request-Id": ["$ref": "#/components/headers/X-Request-Id"]],
            "content": .object(content(codes)),
        ]
    }

    /// The content of a response that may be a problem of this status, whatever else it may be.
    static func content(_ status: Int) -> JSONObject {
        content(ProblemKind.allCases.filter { $0.status.code == status })
    }

    private static func content(_ kinds: [ProblemKind]) -> JSONObject {
        let example = kinds.first.map(Self.example) ?? .null
        let schema: JSONValue = ["$ref": "#/components/schemas/Problem"]
        return JSONObject([("application/problem+json", ["schema": schema, "example": example])])
    }

    private static func example(_ kind: ProblemKind) -> JSONValue {
        [
            "type": .string(kind.type), "title": .string(kind.title), "status": .number(JSONNumber(kind.status.code)),
            "detail": .string(kind.title + "."), "instance": "urn:request:0123456789abcdef",
            "code": .string(kind.rawValue),
        ]
    }

    private static func name(_ status: Int) -> String { "Problem\(status)" }
}

extension OpenAPISchemas {
    /// The schema of a problem document.
    static let problem: JSONValue = [
        "type": "object",
        "required": ["type", "title", "status", "detail", "instance", "code"],
        "properties": [
            "type": ["type": "string", "format": "uri-reference", "description": "The page of this kind of problem."],
            "title": ["type": "string", "description": "The same few words for every problem of this kind."],
            "status": ["type": "integer", "minimum": 400, "maximum": 599],
            "detail": ["type": "string", "description": "What is wrong with this request."],
            "instance": ["type": "string", "format": "uri", "description": "The request, by its X-Request-Id."],
            "code": ["type": "string", "enum": .array(ProblemKind.allCases.map { .string($0.rawValue) })],
            "errors": [
                "type": "array", "description": "Every broken rule that has a place.",
                "items": [
                    "type": "object", "required": ["code", "detail"],
                    "properties": [
                        "pointer": ["type": "string", "description": "A JSON pointer into the body (RFC 6901)."],
                        "parameter": ["type": "string", "description": "A parameter of the query."],
                        "header": ["type": "string", "description": "A header field."],
                        "code": ["type": "string"], "detail": ["type": "string"],
                    ],
                    "additionalProperties": false,
                ],
            ],
        ],
        // Some kinds have members of their own, such as the short lines of an order.
        "additionalProperties": true,
    ]
}
