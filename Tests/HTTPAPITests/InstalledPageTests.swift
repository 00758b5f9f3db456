import Foundation
import TestSupport
import Testing

@testable import HTTPAPI

@Suite struct InstalledPageTests {
    private static let browser = [("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")]

    @Test(
        "Where it is installed, its page is made of it, and of nothing from elsewhere", arguments: PageToolkit.allCases)
    func installed(_ toolkit: PageToolkit) async throws {
        try await withFolder { folder in
            try fill(folder, with: toolkit.files)
            try await API.open(files: files(in: folder)) { api in
                let page = try await api.get(toolkit.page, headers: Self.browser)
                #expect(page.status == 200)
                #expect(page.headers["content-type"] == "text/html; charset=utf-8")
                let parts = page.text.split(separator: "\"").filter {
                    $0.hasPrefix("/\(toolkit.page.dropFirst())/assets/")
                }
                for file in toolkit.files { #expect(parts.contains { $0.hasSuffix("/\(file.rawValue)") }, "\(file)") }
                for part in parts {
                    let asset = try await api.get(String(part))
                    #expect(asset.status == 200, "\(part)")
                    let isStyle = part.hasSuffix(".css")
                    #expect(asset.headers["content-type"] == "text/\(isStyle ? "css" : "javascript"); charset=utf-8")
                    guard let file = toolkit.files.first(where: { part.hasSuffix("/\($0.rawValue)") }) else { continue }
                    #expect(asset.text == "/* \(file) */")
                    let tag = try #require(asset.headers["etag"])
                    #expect(try await api.get(String(part), headers: [("If-None-Match", tag)]).status == 304)
                }
                let policy = try #require(page.headers["content-security-policy"])
                #expect(policy.contains("script-src 'self';"))
                // A script that stands in the page, or comes from elsewhere, is neither there nor would it run.
                #expect(!policy.contains("http") && !policy.contains("unsafe-eval") && !policy.contains("*"))
                #expect(!page.text.contains("://") && !page.text.contains("<script>"))
            }
        }
    }

    @Test(
        "Where a file is missing, the page is our own, and none of its files is served", arguments: PageToolkit.allCases
    )
    func missing(_ toolkit: PageToolkit) async throws {
        try await withFolder { folder in
            try fill(folder, with: toolkit.files.dropLast())
            try await API.open(files: files(in: folder)) { api in
                let page = try await api.get(toolkit.page, headers: Self.browser)
                #expect(page.status == 200)
                for file in PageFile.allCases {
                    #expect(!page.text.contains("/assets/\(file.rawValue)"), "\(file)")
                    for folder in ["docs", "graphql"] {
                        #expect(try await api.get("/\(folder)/assets/\(file.rawValue)").status == 404, "\(file)")
                    }
                }
            }
        }
    }

    @Test("Files are served under the page they belong to, whatever else is in their folder")
    func others() async throws {
        try await withFolder { folder in
            try fill(folder, with: PageFile.allCases)
            try Data("secret".utf8).write(to: folder.appending(path: "passwords.js"))
            try await API.open(files: files(in: folder)) { api in
                for file in PageFile.allCases {
                    for toolkit in PageToolkit.allCases {
                        let status = try await api.get("\(toolkit.page)/assets/\(file.rawValue)").status
                        #expect(status == (file.toolkit == toolkit ? 200 : 404), "\(file) under \(toolkit.page)")
                    }
                }
                for name in ["passwords.js", "..%2Fpasswords.js", "./graphiql.min.js%00", "GRAPHIQL.MIN.JS"] {
                    #expect(try await api.get("/graphql/assets/\(name)").status == 404, "\(name)")
                }
            }
        }
    }

    /// What the program does as well: reads files by their names from one folder.
    private func files(in folder: URL) -> PageFiles {
        PageFiles { file in (try? Data(contentsOf: folder.appending(path: file.rawValue))).map(Array.init) }
    }

    private func fill(_ folder: URL, with files: some Sequence<PageFile>) throws {
        for file in files { try Data("/* \(file) */".utf8).write(to: folder.appending(path: file.rawValue)) }
    }

    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "oblik-pages-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }
}
