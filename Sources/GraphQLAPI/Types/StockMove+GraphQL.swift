package import Domain
package import GraphQL
import Services

extension StockMove: GraphQLObject {
    package static let graphQL = ObjectDefinition<StockMove, Caller>(
        "StockMove", "One row of the stock ledger, which only grows."
    ) {
        Field("id", \.rowID)
        Field("delta", \.delta, "Pieces added, or taken if negative.")
        Field("reason", \.reason)
        Field("note", \.note)
        Field("at", \.at)
        Field("actorName", \.actorName, "The name of who did it, as it is now.")
        BatchField("product") { moves, caller in try await Relations(caller).products(moves.map(\.product)) }
        BatchField("order", description: "The order that took the pieces, or gave them back.") { moves, caller in
            try await Relations(caller).optionalOrders(moves.map(\.order))
        }
        BatchField("actor", description: "Who did it.") { moves, caller in
            try await Relations(caller).optionalUsers(moves.map(\.actor))
        }
    }

    fileprivate var rowID: GraphQLID { GraphQLID(id) }
}
