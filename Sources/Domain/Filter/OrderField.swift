/// What a filter of orders can ask for.
package enum OrderField: String, FilterField {
    case number, customer, status, total, lines, note, created, product

    package var aliases: [String] {
        switch self {
        case .number: ["no", "id"]
        case .customer: ["user"]
        case .created: ["placed", "date"]
        case .product: ["code", "sku"]
        default: []
        }
    }

    package var kind: FilterKind {
        switch self {
        case .number, .lines: .number
        case .customer, .note: .text
        case .status:
            .choice(OrderStatus.allCases.map { FilterChoice($0.rawValue, synonyms: Self.synonyms(of: $0)) })
        case .total: .money
        case .created: .date
        case .product: .code
        }
    }

    package static var main: OrderField? { .total }

    private static func synonyms(of status: OrderStatus) -> [String] {
        switch status {
        case .placed: ["new"]
        case .paid: []
        case .shipped: ["sent"]
        case .cancelled: ["canceled"]
        }
    }
}
