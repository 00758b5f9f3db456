import Domain
import GraphQL
import Services

extension MutationRoot {
    private enum Place: Outcome {
        static let operation = OperationID.placeOrder
        static let members: [any GraphQLObject.Type] = [
            PlacedOrder.self, InvalidInputRefusal.self, UnknownReferenceRefusal.self, InsufficientStockRefusal.self,
            PriceChangedRefusal.self, IdempotencyKeyReusedRefusal.self,
        ]
    }

    private enum CancelOrder: Outcome {
        static let operation = OperationID.cancelOrder
        static let members: [any GraphQLObject.Type] = [
            OrderSummary.self, NotFoundRefusal.self, InvalidTransitionRefusal.self, VersionMismatchRefusal.self,
        ]
    }

    private enum MoveOrder: Outcome {
        static let operation = OperationID.moveOrder
        static let members = CancelOrder.members
    }

    private enum EditOrder: Outcome {
        static let operation = OperationID.editOrder
        static let members = CancelOrder.members + [InvalidInputRefusal.self]
    }

    @FieldBuilder<MutationRoot, Caller> static var orders: [Field<MutationRoot, Caller>] {
        Field(
            "placeOrder", Argument("input", NewOrderInput.self),
            description:
                "Places an order, and takes its goods from the shelf; the same key again answers the same order."
        ) { _, caller, input in
            try await MutationResult<Place>(caller) {
                PlacedOrder(try await caller.services.orders.place(input.order, as: caller.principal))
            }
        }
        Field(
            "cancelOrder", Argument("id", Identifier<Order>.self), version,
            description: "Cancels an order and puts its goods back on the shelf. Twice is once."
        ) { _, caller, id, version in
            try await MutationResult<CancelOrder>(caller) {
                OrderSummary(try await caller.services.orders.cancel(id, version: version, as: caller.principal))
            }
        }
        Field(
            "moveOrder", Argument("id", Identifier<Order>.self), Argument("status", OrderStatus.self), version,
            description: "Moves an order along its life cycle."
        ) { _, caller, id, status, version in
            try await MutationResult<MoveOrder>(caller) {
                OrderSummary(
                    try await caller.services.orders.move(id, to: status, version: version, as: caller.principal))
            }
        }
        Field(
            "editOrder", Argument("id", Identifier<Order>.self), Argument("input", OrderPatch.self), version,
            description: "Changes status and note of an order at once."
        ) { _, caller, id, patch, version in
            try await MutationResult<EditOrder>(caller) {
                let edit = try OrderEdit(status: patch.statusEdit, note: patch.note.optionalEdit)
                return OrderSummary(
                    try await caller.services.orders.edit(id, edit, version: version, as: caller.principal))
            }
        }
    }
}

/// Status and note of an order to be changed.
private struct OrderPatch: GraphQLInputObject {
    let status: OrderStatus?
    let note: Change<String>

    /// A status can't be taken away, so that null leaves it as it is.
    var statusEdit: Edit<OrderStatus> { status.map { .set($0) } ?? .keep }

    static let graphQL = InputDefinition(
        "OrderPatch", Argument("status", OrderStatus?.self), Argument("note", Change<String>.self),
        description: "Status and note of an order to be changed; null empties the note."
    ) { OrderPatch(status: $0, note: $1) }
}

/// A placed order, and whether it was there before.
private struct PlacedOrder: GraphQLObject {
    let order: OrderSummary
    let isReplay: Bool

    init(_ placement: Placement) {
        order = OrderSummary(placement.order)
        isReplay =
            switch placement {
            case .created: false
            case .existing: true
            }
    }

    static let graphQL = ObjectDefinition<PlacedOrder, Caller>("PlacedOrder", "What became of a placed order.") {
        Field("order", \.order)
        Field("isReplay", \.isReplay, "Whether the key had been used for the same order before; nothing was changed.")
    }
}
