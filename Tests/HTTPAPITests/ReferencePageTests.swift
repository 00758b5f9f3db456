import HTTPAPI
import HTTPTypes
import JSON
import TestSupport
import Testing

@Suite struct ReferencePageTests {
    @Test("Without Swagger UI, /docs is a page of our own with every operation on it")
    func showsOwnPage() async throws {
        try await API.open { api in
            let page = try await api.get("/docs", headers: [("Accept", "text/html,*/*;q=0.8")])
            #expect(page.status == 200)
            #expect(page.headers["content-type"] == "text/html; charset=utf-8")
            #expect(page.headers["content-security-policy"]?.contains("script-src 'self'") == true)
            let paths = try #require(try await api.get("/openapi.json").json["paths"]?.objectValue)
            for path in paths.names { #expect(page.text.contains("<code>\(path)</code>"), "\(path)") }
            for asset in ["reference.js", "reference.css"] {
                #expect(page.text.contains("/docs/assets/\(asset)"))
                #expect(try await api.get("/docs/assets/\(asset)").status == 200)
            }
            for missing in ["swagger-ui.css", "swagger-ui.css.map", "..%2Fopenapi.json", "x"] {
                #expect(try await api.get("/docs/assets/\(missing)").status == 404, "\(missing)")
            }
        }
    }

    @Test("The problems are listed, each with the way to its page")
    func listsProblems() async throws {
        try await API.open { api in
            let page = try await api.get("/docs/problems", headers: [("Accept", "text/html")])
            let text = try await api.get("/docs/problems")
            for kind in ProblemKind.allCases {
                #expect(page.text.contains("<a href=\"\(kind.type)\">\(kind.rawValue)</a>"), "\(kind)")
                #expect(text.text.contains("\(kind.status.code) \(kind.rawValue)\n"), "\(kind)")
            }
        }
    }
}
