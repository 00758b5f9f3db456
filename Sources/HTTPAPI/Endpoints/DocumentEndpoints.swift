import HTTPTypes

/// The pages that the `type` of every problem points at.
enum DocumentEndpoints {
    static let all = [
        Endpoint(
            .get, "/docs/problems/{slug}", .anyone, "What a problem means and what to do about it.", tag: .documents,
            name: "getProblemPage",
            path: [Parameter("slug", .choice(ProblemKind.allCases.map(\.rawValue)), "The code of the problem.")],
            answers: [Answer(.ok, "The page.", .text([.plain, .html]))], rate: RateClass.none
        ) { call in
            guard let kind = call.path["slug"].flatMap(ProblemKind.init) else {
                throw Problem.notFound("There is no problem of that name.")
            }
            return call.accepted == .html
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
