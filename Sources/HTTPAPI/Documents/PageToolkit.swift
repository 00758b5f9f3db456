/// What others have made for showing an interface, installed by `oblik docs install` and never part of Oblik.
package enum PageToolkit: String, Sendable, CaseIterable {
    /// Of the page `/docs`, under the Apache License 2.0.
    case swaggerUI = "Swagger UI"
    /// Of the page `/graphql`, with React, both under the MIT License.
    case graphiQL = "GraphiQL"

    /// The Python package that carries it, and its version.
    package var package: (name: String, version: String) {
        switch self {
        case .swaggerUI: ("drf-spectacular-sidecar", "2026.10.1")
        case .graphiQL: ("graphene-django-graphiql-static", "0.8")
        }
    }

    /// The page that is made of it.
    package var page: String { self == .swaggerUI ? "/docs" : "/graphql" }

    package var files: [PageFile] { PageFile.allCases.filter { $0.toolkit == self } }

    /// Where the package has the files.
    var folder: String {
        switch self {
        case .swaggerUI: "drf_spectacular_sidecar/static/drf_spectacular_sidecar/swagger-ui-dist"
        case .graphiQL: "graphene_django_graphiql_static/static/graphene_django_graphiql_static"
        }
    }
}
