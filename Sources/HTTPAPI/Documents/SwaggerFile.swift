/// The files of Swagger UI that `/docs` is made of where they are installed: named and pinned, nothing else is served.
///
/// They are others' work under the Apache License 2.0, fetched by `oblik docs install` and never part of Oblik.
package enum SwaggerFile: String, Sendable, CaseIterable {
    case script = "swagger-ui-bundle.js"
    case style = "swagger-ui.css"

    /// The Python package that carries them, and its version.
    package static let package = (name: "drf-spectacular-sidecar", version: "2026.10.1")

    /// Where the package has the file.
    package var path: String { "drf_spectacular_sidecar/static/drf_spectacular_sidecar/swagger-ui-dist/\(rawValue)" }

    /// SHA-256 of the file in that version.
    package var checksum: String {
        switch self {
        case .script: "050bc415ee7048dcd881682678f720264e7da5e373f7461d7c58c755305255f7"
        case .style: "1ac324f7dcd27e4b9386b4bd6421271ec147e922a22c05ba24b11515e9aa6321"
        }
    }

    var contentType: String {
        switch self {
        case .script: "text/javascript"
        case .style: "text/css"
        }
    }
}
