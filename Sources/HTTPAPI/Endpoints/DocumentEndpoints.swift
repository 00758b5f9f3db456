import HTTPTypes

/// The pages that the `type` of every problem points at.
enum DocumentEndpoints {
    static let all = [
        Endpoint(
            .get, "/docs/problems/{slug}", nil, "What a problem means and what to do about it.",
            produces: [.plain, .html]
        ) { call in
            guard let kind = call.path["slug"].flatMap(ProblemKind.init) else {
                throw Problem.notFound("There is no problem of that name.")
            }
            let type = MediaType.preferred(among: call.endpoint.produces, accept: call.headers[.accept])
            return type == .html
                ? page(kind) : .text("\(heading(kind))\n\n\(kind.explanation)\n", contentType: "text/plain")
        }
    ]

    private static func heading(_ kind: ProblemKind) -> String { "\(kind.status.code) \(kind.title)" }

    /// The texts are our own and hold none of the characters that HTML gives a meaning to.
    private static func page(_ kind: ProblemKind) -> Reply {
        .text(
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>\(heading(kind))</title>
            <h1>\(heading(kind))</h1>
            <p><code>\(kind.rawValue)</code></p>
            <p>\(kind.explanation)</p>
            </html>

            """, contentType: "text/html")
    }
}
