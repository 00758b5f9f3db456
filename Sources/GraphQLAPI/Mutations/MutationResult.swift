import Domain
import GraphQL
import Services

/// What a mutation may end with: what it has made, or a refusal that its callers have to expect.
protocol Outcome {
    /// What the mutation does.
    static var operation: OperationID { get }
    /// The object that it makes, and the refusals.
    static var members: [any GraphQLObject.Type] { get }
}

extension Outcome {
    /// The name of the union: that of the operation as a type's.
    static var name: String { operation.rawValue.prefix(1).uppercased() + operation.rawValue.dropFirst() + "Result" }
}

/// The union of a mutation's outcomes.
struct MutationResult<Kind: Outcome>: GraphQLUnion {
    let graphQLObject: any GraphQLObject

    static var graphQL: UnionDefinition { UnionDefinition(Kind.name, of: Kind.members) }

    /// What `body` makes, or the refusal that it ends with.
    ///
    /// Who may not do it at all need not be told what is wrong with what they sent.
    /// - Throws: every other error, among them refusals that are none of the outcomes.
    init(_ caller: Caller, _ body: () async throws -> any GraphQLObject) async throws {
        if Kind.operation != .logIn { try caller.principal.require(Kind.operation) }
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
