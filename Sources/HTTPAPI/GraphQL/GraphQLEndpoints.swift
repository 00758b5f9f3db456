import GraphQL
import GraphQLAPI
import HTTPTypes

/// The same operations as one graph.
enum GraphQLEndpoints {
    private static let answers: [Answer] = [
        Answer(
            .ok, "The response; with errors beside the data where something failed.",
            .document([.json, .graphQLResponse])),
        Answer(.ok, "The responses of a subscription, one an event.", .stream(.eventStream)),
        Answer(
            GraphQLStatuses.partialSuccess,
            "The response, with errors beside the data, after the draft of August 2026.",
            refusal),
        Answer(.badRequest, "No request, no document, or one that the schema refuses, in the field `errors`.", refusal),
        Answer(
            .unprocessableContent, "What the schema refuses, after the draft of August 2026, in the field `errors`.",
            refusal),
        Answer(.serviceUnavailable, "The execution took too long, as the field `errors` says.", refusal),
    ]

    private static let refusal = Answer.Content.document([.json, .graphQLResponse])

    private static let request = Shape(
        "GraphQLRequest",
        [
            .optional("query", .string(text), "The document; its hash is enough where it is known."),
            .optional("operationName", .string(text), "Which operation of the document."),
            .optional("variables", .members, "The values of the operation's variables."),
            .optional("extensions", .members, "Extensions of the protocol, such as `persistedQuery`."),
        ], isOpen: true)

    /// What a request's texts are held to: a document may hold any character (September 2025, section 2.1.1).
    static let text = TextRule(0...1_000_000, pattern: #"^[\s\S]*$"#)

    /// More than fits into the head of a request.
    private static let urlText = TextRule(0...HTTPLimits().headers)

    static func all(_ handler: GraphQLHandler, _ files: PageFiles) -> [Endpoint] {
        [
            Endpoint(
                .get, "/graphql", .known, "Answers a GraphQL query; shows a page for trying to browsers.",
                tag: .graphql, name: "queryGraph",
                query: [
                    Parameter("query", .text(urlText), "The document."),
                    Parameter("operationName", .text(TextRule(0...1000)), "Which operation of the document."),
                    Parameter("variables", .text(urlText), "The variables, as a JSON object."),
                    Parameter("extensions", .text(urlText), "Extensions, as a JSON object."),
                ], answers: answers + [Answer(.ok, "The page.", .text([.html]))], ignoresOtherParameters: true
            ) { call in
                guard call.accepted != .html else { return GraphQLPage.reply(files) }
                return try await handler.get(call)
            },
            Endpoint(
                .post, "/graphql", .known, "Answers a GraphQL request.", tag: .graphql, name: "postGraph",
                body: .raw(request, types: [.json]), answers: answers, rate: .read, ignoresOtherParameters: true
            ) { try await handler.post($0) },
            Endpoint(
                .get, "/graphql/schema", .known, "The schema in its definition language.", tag: .graphql,
                name: "getGraphSchema", answers: [Answer(.ok, "The schema.", .text([.plain]))],
                refusals: [.forbidden]
            ) { call in
                guard handler.mayShowSchema(to: call) else {
                    throw Problem(.forbidden, "The schema is not shown to strangers.")
                }
                return .text(handler.schema.sdl, contentType: "text/plain")
            },
            asset(files),
        ]
    }

    private static func asset(_ files: PageFiles) -> Endpoint {
        let names = GraphQLAsset.allCases.map(\.rawValue) + PageToolkit.graphiQL.files.map(\.rawValue)
        return Endpoint(
            .get, "/graphql/assets/{file}", .anyone, "What the page for trying is made of.", tag: .graphql,
            name: "getGraphAsset", path: [Parameter("file", .choice(names), "The name of the file.")],
            answers: [Answer(.ok, "The file.", .text([.css, .javaScript]))], rate: RateClass.none
        ) { call in
            let name = call.path["file"] ?? ""
            if let own = GraphQLAsset(rawValue: name) { return .pageFile(Array(own.text.utf8), own.type) }
            guard let reply = files.reply(name, of: .graphiQL) else {
                throw Problem.notFound("There is no such file, or it is not installed.")
            }
            return reply
        }
    }
}
