import Domain
import GraphQL
import Services

extension MutationRoot {
    private enum AddOrderLine: Outcome {
        static let operation = OperationID.addOrderLine
        static let members: [any GraphQLObject.Type] = [
            OrderLine.self, InvalidInputRefusal.self, UnknownReferenceRefusal.self, InsufficientStockRefusal.self,
            PriceChangedRefusal.self, OrderClosedRefusal.self,
        ]
    }

    private enum EditOrderLine: Outcome {
        static let operation = OperationID.editOrderLine
        static let members: [any GraphQLObject.Type] = [
            OrderLine.self, InvalidInputRefusal.self, NotFoundRefusal.self, InsufficientStockRefusal.self,
            VersionMismatchRefusal.self, OrderClosedRefusal.self,
        ]
    }

    private enum RemoveOrderLine: Outcome {
        static let operation = OperationID.removeOrderLine
        static let members: [any GraphQLObject.Type] = [
            RemovedOrderLine.self, NotFoundRefusal.self, VersionMismatchRefusal.self, OrderClosedRefusal.self,
            LastLineRefusal.self,
        ]
    }

    @FieldBuilder<MutationRoot, Caller> static var orderLines: [Field<MutationRoot, Caller>] {
        Field(
            "addOrderLine", Argument("orderId", Identifier<Order>.self), Argument("line", NewOrderLineInput.self),
            description: "Adds a line to an order that is not paid yet, and takes its goods from the shelf."
        ) { _, caller, order, line in
            try await MutationResult<AddOrderLine>(caller) {
                let new = try NewOrderLine(order: order, line: line.line)
                return try await caller.services.orders.addLine(new, as: caller.principal)
            }
        }
        Field(
            "editOrderLine", Argument("id", Identifier<OrderLine>.self), Argument("quantity", Int?.self),
            Argument("discount", Percent?.self), version,
            description: "Changes quantity or discount of a line; the goods follow. The version is the order's."
        ) { _, caller, id, quantity, discount, version in
            try await MutationResult<EditOrderLine>(caller) {
                let edit = try OrderLineEdit(
                    quantity: quantity.map { .set($0) } ?? .keep, discount: discount.map { .set($0) } ?? .keep)
                return try await caller.services.orders.editLine(id, edit, version: version, as: caller.principal)
            }
        }
        Field(
            "removeOrderLine", Argument("id", Identifier<OrderLine>.self), version,
            description: "Takes a line out of an order, and puts its goods back. The version is the order's."
        ) { _, caller, id, version in
            try await MutationResult<RemoveOrderLine>(caller) {
                try await caller.services.orders.removeLine(id, version: version, as: caller.principal)
                return RemovedOrderLine(id: id)
            }
        }
    }
}

/// A line that is gone.
private struct RemovedOrderLine: GraphQLObject {
    let id: Identifier<OrderLine>

    static let graphQL = ObjectDefinition<RemovedOrderLine, Caller>("RemovedOrderLine", "A line that is gone.") {
        Field("id", \.id)
    }
}
