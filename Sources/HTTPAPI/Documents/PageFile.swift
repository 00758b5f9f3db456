/// The files that pages are made of where they are installed: named and pinned, nothing else is served.
package enum PageFile: String, Sendable, CaseIterable {
    case swaggerScript = "swagger-ui-bundle.js"
    case swaggerStyle = "swagger-ui.css"
    case react = "react.production.min.js"
    case reactDOM = "react-dom.production.min.js"
    case graphiQLScript = "graphiql.min.js"
    case graphiQLStyle = "graphiql.min.css"

    package var toolkit: PageToolkit {
        switch self {
        case .swaggerScript, .swaggerStyle: .swaggerUI
        case .react, .reactDOM, .graphiQLScript, .graphiQLStyle: .graphiQL
        }
    }

    /// Where the package of the toolkit has the file.
    package var path: String { "\(toolkit.folder)/\(rawValue)" }

    /// SHA-256 of the file in that version.
    package var checksum: String {
        switch self {
        case .swaggerScript: "050bc415ee7048dcd881682678f720264e7da5e373f7461d7c58c755305255f7"
        case .swaggerStyle: "1ac324f7dcd27e4b9386b4bd6421271ec147e922a22c05ba24b11515e9aa6321"
        case .react: "229bbf4d0e7488209564152c6723497f1ac3934136ca1684233d2fa88fa4146f"
        case .reactDOM: "9db33292007ab6c38527b39d5663e976a305564e19b2a5a8713ea2b2c00f505d"
        case .graphiQLScript: "c564de05b95d184e2c5ba5ceaf2635821f6bf92f2d5777b74d91004ff6b591d1"
        case .graphiQLStyle: "c6cd4b83f01c5e1ff4975d77bc957184dce6dec0155fbf9cc4d9190eba8a7b9d"
        }
    }

    var type: MediaType { rawValue.hasSuffix(".css") ? .css : .javaScript }
}
