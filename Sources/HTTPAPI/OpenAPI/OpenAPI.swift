/// The description of the whole HTTP face, for the command line and for the committed copy.
package enum OpenAPI {
    /// JSON, indented.
    package static var json: [UInt8] { OpenAPIDocument(table).json }
    package static var yaml: [UInt8] { OpenAPIDocument(table).yaml }

    /// All that is described.
    package static var endpoints: [Endpoint] { table.endpoints }

    /// The table as it is served; nothing of it is called here, so that the health is nobody's.
    static var table: EndpointTable {
        .shop(graph: GraphQLHandler(.shop, GraphQLOptions())) {
            HealthReport(version: OpenAPIDocument.version, environment: "", uptime: .zero, checks: [])
        }
    }
}
