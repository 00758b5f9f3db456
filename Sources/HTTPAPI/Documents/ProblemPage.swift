import HTTPTypes

/// The pages that the `type` of every problem points at.
enum ProblemPage {
    static func heading(_ kind: ProblemKind) -> String { "\(kind.status.code) \(kind.title)" }

    static func html(_ kind: ProblemKind) -> String {
        HTML.page(heading(kind)) { html in
            html.element("h1", [], heading(kind))
            html.raw("<p>")
            html.element("code", [], kind.rawValue)
            html.raw("</p>\n")
            html.element("p", [], kind.explanation)
            html.raw("\n<p><a href=\"/docs/problems\">All problems</a></p>")
        }
    }

    static func plain(_ kind: ProblemKind) -> String { "\(heading(kind))\n\n\(kind.explanation)\n" }

    /// All kinds, those of one status together.
    static var listAsHTML: String {
        HTML.page("Problems") { html in
            html.raw("<h1>Problems</h1>\n<dl>\n")
            for kind in sorted {
                html.raw("<dt>\(kind.status.code) ")
                html.element("a", [("href", kind.type)], kind.rawValue)
                html.raw("</dt>\n")
                html.element("dd", [], kind.explanation)
            }
            html.raw("\n</dl>")
        }
    }

    static var listAsText: String {
        sorted.map { "\($0.status.code) \($0.rawValue)\n\($0.explanation)\n" }.joined(separator: "\n")
    }

    private static var sorted: [ProblemKind] {
        ProblemKind.allCases.sorted { ($0.status.code, $0.rawValue) < ($1.status.code, $1.rawValue) }
    }
}
