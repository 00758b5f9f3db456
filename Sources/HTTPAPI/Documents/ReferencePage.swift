import HTTPTypes
import JSON

/// The page of our own about all endpoints: readable without a script, and with one each can be tried.
struct ReferencePage {
    private let table: EndpointTable

    init(_ table: EndpointTable) { self.table = table }

    var text: String {
        HTML.page("Oblik: the HTTP interface", head: Self.head) { html in
            html.raw("<header><h1>Oblik</h1><p>The same description for programs: ")
            html.raw("<a href=\"/openapi.json\">openapi.json</a>, <a href=\"/openapi.yaml\">openapi.yaml</a>. ")
            html.raw("What refusals mean: <a href=\"/docs/problems\">problems</a>.</p>")
            html.raw(
                "<label>Token <input id=\"token\" type=\"password\" autocomplete=\"off\"></label></header>\n<main>")
            for tag in EndpointTag.allCases {
                let endpoints = table.endpoints.filter { $0.tag == tag }
                if endpoints.isEmpty { continue }
                html.element("h2", [("id", tag.rawValue)], tag.rawValue)
                html.element("p", [], tag.summary)
                for endpoint in endpoints { Self.write(endpoint, &html) }
            }
            html.raw("</main>")
        }
    }

    private static let head = """
        <link rel="stylesheet" href="/docs/assets/reference.css">
        <script src="/docs/assets/reference.js" defer></script>
        """

    private static func write(_ endpoint: Endpoint, _ html: inout HTML) {
        html.open("details", [("id", endpoint.name), ("class", endpoint.method.rawValue.lowercased())])
        html.raw("<summary>")
        html.element("b", [], endpoint.method.rawValue)
        html.raw(" ")
        html.element("code", [], endpoint.path.description)
        html.raw(" ")
        html.element("span", [], endpoint.summary)
        html.raw("</summary>\n")
        html.open("form", [("data-method", endpoint.method.rawValue), ("data-path", endpoint.path.description)])
        write(endpoint.pathParameters, in: "path", &html)
        write(endpoint.query, in: "query", &html)
        write(endpoint.headers, in: "header", &html)
        if let body = endpoint.body { write(body, &html) }
        html.raw("<p><button>Send</button> <output></output></p><pre hidden></pre></form>\n")
        write(answersOf: endpoint, &html)
        html.raw("</details>\n")
    }

    private static func write(_ parameters: [Parameter], in place: String, _ html: inout HTML) {
        for parameter in parameters {
            html.raw("<label>")
            html.element("code", [], parameter.name)
            var attributes = [("name", parameter.name), ("data-in", place)]
            if place == "path" { attributes.append(("value", parameter.example?.plainText ?? "")) }
            html.open("input", attributes)
            html.element("small", [], "\(parameter.summary) \(parameter.kind.words)")
            html.raw("</label>\n")
        }
    }

    private static func write(_ body: RequestContent, _ html: inout HTML) {
        html.open("label", [("class", "body")])
        html.element("code", [], body.types.map(\.description).joined(separator: ", "))
        html.open("textarea", [("rows", "8"), ("data-type", body.types.first?.description ?? "")])
        html.text(String(decoding: body.shape.example.serialized(pretty: true), as: UTF8.self))
        html.raw("</textarea></label>\n")
        write(body.shape, &html)
    }

    private static func write(_ shape: Shape, _ html: inout HTML) {
        html.raw("<dl>")
        for field in shape.fields {
            html.element("dt", [], field.isRequired ? "\(field.name) (needed)" : field.name)
            html.element("dd", [], field.summary)
        }
        html.raw("</dl>\n")
    }

    private static func write(answersOf endpoint: Endpoint, _ html: inout HTML) {
        html.raw("<ul>")
        for answer in endpoint.answers { html.element("li", [], "\(answer.status.code): \(answer.summary)") }
        for kind in endpoint.refusals {
            html.raw("<li>\(kind.status.code): ")
            html.element("a", [("href", kind.type)], kind.rawValue)
            html.raw("</li>")
        }
        html.raw("</ul>\n")
    }
}

extension JSONValue {
    /// The value as it is typed into a form.
    fileprivate var plainText: String { stringValue ?? description }
}

extension Parameter.Kind {
    /// What may stand there, in a few words.
    fileprivate var words: String {
        switch self {
        case .choice(let words), .choices(let words): "One of \(words.joined(separator: ", "))."
        case .sort(let columns): "Of \(columns.joined(separator: ", "))."
        case .integer(let range) where range.upperBound < 1_000_000: "\(range.lowerBound) to \(range.upperBound)."
        case .boolean: "true or false."
        case .moment: "Such as 2026-01-01 or 2026-01-01T09:30:00Z."
        case .list: "Up to \(Parameter.maximumWords) values, parted by commas."
        default: ""
        }
    }
}
