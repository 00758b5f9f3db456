package import Domain
package import GraphQL

/// The columns that a list can be sorted by.
protocol ListSort: Hashable, Sendable, RawRepresentable<String> {
    associatedtype Item: GraphQLObject

    /// The place of a row in the list that is sorted by this column.
    func place(of item: Item) -> Keyset
}

extension UserSort: ListSort, GraphQLEnum {
    package static let graphQL = EnumDefinition<UserSort>("UserSort", "The columns that users can be sorted by.")

    func place(of user: User) -> Keyset {
        let value =
            switch self {
            case .id: user.id.description
            case .name: user.name
            case .email: user.email ?? ""
            case .phone: user.phone ?? ""
            case .role: user.role.rawValue
            case .createdAt: user.createdAt.sortKey
            }
        return Keyset(value: value, id: user.id.value)
    }
}

extension ProductSort: ListSort, GraphQLEnum {
    package static let graphQL = EnumDefinition<ProductSort>(
        "ProductSort", "The columns that products can be sorted by.")

    func place(of product: Product) -> Keyset {
        let value =
            switch self {
            case .id: product.id.description
            case .sku: product.sku
            case .barcode: product.barcode ?? ""
            case .name: product.name
            case .price: product.price.description
            case .stock: String(product.stock)
            case .createdAt: product.createdAt.sortKey
            }
        return Keyset(value: value, id: product.id.value)
    }
}

extension OrderSort: ListSort, GraphQLEnum {
    package static let graphQL = EnumDefinition<OrderSort>("OrderSort", "The columns that orders can be sorted by.")

    func place(of order: OrderSummary) -> Keyset {
        let value =
            switch self {
            case .id: order.id.description
            case .createdAt: order.createdAt.sortKey
            case .total: order.total.description
            }
        return Keyset(value: value, id: order.id.value)
    }
}

/// The order of a list that is sorted by id, which is the time of writing, in effect.
struct ByID<Item: GraphQLObject & RowNumbered>: ListSort {
    let rawValue = IDSort.id.rawValue

    init() {}

    init?(rawValue: String) {
        if rawValue != IDSort.id.rawValue { return nil }
    }

    func place(of item: Item) -> Keyset { Keyset(value: String(item.rowNumber), id: item.rowNumber) }
}

/// What has the number of a row.
protocol RowNumbered {
    var rowNumber: Int64 { get }
}

extension OrderLine: RowNumbered {
    var rowNumber: Int64 { id.value }
}

extension StockMove: RowNumbered {
    var rowNumber: Int64 { id }
}

extension AuditRecord: RowNumbered {
    var rowNumber: Int64 { id }
}

extension Moment {
    /// The moment as a sorted column has it: with microseconds, and the offset in hours alone.
    fileprivate var sortKey: String {
        let micros = (microseconds % 1_000_000 + 1_000_000) % 1_000_000
        let digits = String(micros)
        let fraction = String(repeating: "0", count: 6 - digits.count) + digits
        // The description ends with milliseconds and Z.
        return "\(description.dropLast(5)).\(fraction)+00"
    }
}
