import Domain
import HTTPTypes

/// What is written about the interface, for people and for programs.
enum DocumentEndpoints {
    static func all(_ files: PageFiles) -> [Endpoint] {
        [
            openAPI("/openapi.json", "getOpenAPI", "JSON", .json) { OpenAPIDocument($0).json },
            openAPI("/openapi.yaml", "getOpenAPIAsYAML", "YAML", .yaml) { OpenAPIDocument($0).yaml },
            reference(files), asset(files), problems, problem,
        ]
    }

    /// What a page of ours may load: nothing but our own files.
    static let contentSecurityPolicy = """
        default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; \
        script-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'
        """

    private static func openAPI(
        _ path: String, _ name: String, _ form: String, _ type: MediaType,
        _ make: @escaping @Sendable (EndpointTable) -> [UInt8]
    ) -> Endpoint {
        let document = LazyDocument()
        return Endpoint(
            .get, path, .anyone, "This interface as an OpenAPI 3.1 document in \(form).", tag: .documents, name: name,
            answers: [Answer(.ok, "The document.", .document([type]), headers: [.etag])], rate: RateClass.none
        ) { call in
            let (bytes, tag) = document.get { make(call.table) }
            return Reply(.ok, headers: [.contentType: type.description, .eTag: "\"openapi-\(tag)\""], body: bytes)
        }
    }

    private static func reference(_ files: PageFiles) -> Endpoint {
        let document = LazyDocument()
        return Endpoint(
            .get, "/docs", .anyone, "A page about this interface, to read and to try.", tag: .documents,
            name: "getReference", answers: [Answer(.ok, "The page.", .text([.html]))], rate: RateClass.none
        ) { call in
            let page =
                files.all(of: .swaggerUI) == nil
                ? document.get { Array(ReferencePage(call.table).text.utf8) }.bytes : Array(swaggerPage.utf8)
            return Reply(.ok, headers: headers("text/html"), body: page)
        }
    }

    private static func asset(_ files: PageFiles) -> Endpoint {
        let names = PageAsset.allCases.map(\.rawValue) + PageToolkit.swaggerUI.files.map(\.rawValue)
        return Endpoint(
            .get, "/docs/assets/{file}", .anyone, "What the page about this interface is made of.", tag: .documents,
            name: "getReferenceAsset", path: [Parameter("file", .choice(names), "The name of the file.")],
            answers: [Answer(.ok, "The file.", .text([.css, .javaScript]))], rate: RateClass.none
        ) { call in
            let name = call.path["file"] ?? ""
            if let own = PageAsset(rawValue: name) { return .pageFile(Array(own.text.utf8), own.type) }
            guard let reply = files.reply(name, of: .swaggerUI) else {
                throw Problem.notFound("There is no such file, or it is not installed.")
            }
            return reply
        }
    }

    private static let problems = Endpoint(
        .get, "/docs/problems", .anyone, "What problems there are.", tag: .documents, name: "listProblems",
        answers: [Answer(.ok, "The page.", .text([.plain, .html]))], rate: RateClass.none
    ) { call in
        call.accepted == .html
            ? .text(ProblemPage.listAsHTML, contentType: "text/html")
            : .text(ProblemPage.listAsText, contentType: "text/plain")
    }

    private static let problem = Endpoint(
        .get, "/docs/problems/{slug}", .anyone, "What a problem means and what to do about it.", tag: .documents,
        name: "getProblem",
        path: [Parameter("slug", .choice(ProblemKind.allCases.map(\.rawValue)), "The code of the problem.")],
        answers: [Answer(.ok, "The page.", .text([.plain, .html]))], rate: RateClass.none
    ) { call in
        guard let kind = call.path["slug"].flatMap(ProblemKind.init) else {
            throw Problem.notFound("There is no problem of that name.")
        }
        return call.accepted == .html
            ? .text(ProblemPage.html(kind), contentType: "text/html")
            : .text(ProblemPage.plain(kind), contentType: "text/plain")
    }

    private static func headers(_ type: String) -> HTTPFields {
        [.contentType: "\(type); charset=utf-8", .contentSecurityPolicy: contentSecurityPolicy]
    }

    private static let swaggerPage = HTML.page(
        "Oblik: the HTTP interface", head: "<link rel=\"stylesheet\" href=\"/docs/assets/swagger-ui.css\">"
    ) { html in
        html.raw("<div id=\"swagger\"></div>\n<script src=\"/docs/assets/swagger-ui-bundle.js\"></script>\n")
        html.raw("<script src=\"/docs/assets/swagger-boot.js\"></script>")
    }
}
