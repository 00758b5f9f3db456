import Domain
import GraphQL

/// An order to be placed, as it was typed.
struct NewOrderInput: GraphQLInputObject {
    let user: Identifier<User>
    let items: [NewOrderLineInput]
    let note: String?
    let key: String

    static let graphQL = InputDefinition(
        "NewOrderInput", Argument("userId", Identifier<User>.self, description: "The customer."),
        Argument(
            "items", [NewOrderLineInput].self,
            description: "The lines, 1 to 1,000; those of one product are put together."),
        Argument("note", String?.self, description: "A note of up to 2,000 characters."),
        Argument(
            "idempotencyKey", String.self,
            description: "A name of your choice under which the order is placed once, however often it is asked for."),
        description: "An order to be placed."
    ) { NewOrderInput(user: $0, items: $1, note: $2, key: $3) }

    /// The order, checked.
    var order: PlaceOrder {
        get throws(InvalidInput) {
            let key: IdempotencyKey
            do throws(Violation) {
                key = try IdempotencyKey(self.key)
            } catch {
                throw InvalidInput([error])
            }
            return try PlaceOrder(user: user, lines: items.map(\.line), note: note, key: key)
        }
    }
}

/// A line of an order to be placed.
struct NewOrderLineInput: GraphQLInputObject {
    let product: Identifier<Product>
    let quantity: Int
    let price: Money?
    let discount: Percent?

    static let graphQL = InputDefinition(
        "NewOrderLineInput", Argument("productId", Identifier<Product>.self),
        Argument("quantity", Int.self, default: 1, description: "Pieces, 1 to 1,000,000."),
        Argument("price", Money?.self, description: "The price that the customer was told; today's unless given."),
        Argument("discount", Percent?.self, description: "What is taken off the price, in percent; none unless given."),
        description: "A line of an order to be placed."
    ) { NewOrderLineInput(product: $0, quantity: $1, price: $2, discount: $3) }

    /// The line, unchecked.
    var line: PlaceOrder.Line {
        PlaceOrder.Line(product: product, quantity: quantity, price: price, discount: discount ?? .zero)
    }
}
