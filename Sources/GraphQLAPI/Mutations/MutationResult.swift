import Domain
import GraphQL
import Services

/// What a mutation may end with: what it has made, or a refusal that its callers have to expect.
protocol Outcome {
    static var name: String { get }
    /// The object that it makes, and the refusals.
    static var members: [any GraphQLObject.Type] { get }
}

/// The union of a mutation's outcomes.
struct MutationResult<Kind: Outcome>: GraphQLUnion {
    let graphQLObject: any GraphQLObject

    static var graphQL: UnionDefinition { UnionDefinition(Kind.name, of: Kind.members) }

    /// What `body` makes, or the refusal that it ends with.
    /// - Throws: every other error, among them refusals that are none of the outcomes.
    init(_ body: () async throws -> any GraphQLObject) async throws {
        do {
            graphQLObject = try await body()
        } catch let error as ServiceError {
            graphQLObject = try Self.expected(error)
        } catch let error as InvalidInput {
            graphQLObject = try Self.expected(.invalid(error.violations))
        }
    }

    private static func expected(_ error: ServiceError) throws -> any RefusalObject {
        guard let refusal = error.refusal, Kind.members.contains(where: { $0 == type(of: refusal) }) else {
            throw error
        }
        return refusal
    }
}
