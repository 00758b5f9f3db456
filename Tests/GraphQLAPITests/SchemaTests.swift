import Domain
import Foundation
import GraphQL
import JSON
import TestSupport
import Testing

@testable import GraphQLAPI

@Suite struct SchemaTests {
    @Test("schema.graphql is what the code makes")
    func isCommitted() throws {
        let text = try String(contentsOfFile: Repository.path("schema.graphql"), encoding: .utf8)
        #expect(try ShopSchema.make().sdl == text, "oblik graphql schema > schema.graphql")
    }

    @Test("The schema that is printed is read as the same one")
    func survivesPrinting() throws {
        let sdl = try ShopSchema.make().sdl
        #expect(try Schema(sdl: sdl).sdl == sdl)
    }

    @Test("Every operation has a field, or a reason why it has none", arguments: OperationID.allCases)
    func covers(_ operation: OperationID) async throws {
        let fields = try await Self.rootFields()
        switch operation.schemaPlace {
        case .query(let name): #expect(fields.query.contains(name))
        case .mutation: #expect(fields.mutation.contains(operation.rawValue))
        case .subscription(let names): #expect(fields.subscription == names)
        case .nowhere(let reason): #expect(reason.count > 20)
        }
    }

    @Test("Every field of the roots is an operation's, and no operation has two")
    func hasNothingElse() async throws {
        let fields = try await Self.rootFields()
        var queries: [String] = []
        var mutations: [String] = []
        for operation in OperationID.allCases {
            switch operation.schemaPlace {
            case .query(let name): queries.append(name)
            case .mutation: mutations.append(operation.rawValue)
            case .subscription, .nowhere: break
            }
        }
        #expect(fields.query.sorted() == queries.sorted())
        #expect(fields.mutation.sorted() == mutations.sorted())
    }

    /// The fields of the roots, as the schema tells them itself.
    private static func rootFields() async throws -> (
        query: [String], mutation: [String], subscription: [String]
    ) {
        let request = GraphQLRequest(
            """
            {
              __schema {
                queryType { fields { name } } mutationType { fields { name } } subscriptionType { fields { name } }
              }
            }
            """)
        let response = try await ShopSchema.make().answer(request).json
        func names(_ root: String) throws -> [String] {
            let fields = try #require(response["data"]?["__schema"]?[root]?["fields"]?.arrayValue)
            return fields.compactMap { $0["name"]?.stringValue }
        }
        return (try names("queryType"), try names("mutationType"), try names("subscriptionType"))
    }
}
