/// What a filter of the stock ledger can ask for.
package enum StockMoveField: String, FilterField {
    case product, reason, delta, order, actor, at

    package var aliases: [String] {
        switch self {
        case .product: ["code", "sku"]
        case .delta: ["change"]
        case .actor: ["by"]
        case .at: ["created", "date"]
        default: []
        }
    }

    package var kind: FilterKind {
        switch self {
        case .product: .code
        case .reason: .choice(StockReason.allCases.map { FilterChoice($0.rawValue, synonyms: Self.synonyms(of: $0)) })
        case .delta, .order: .number
        case .actor: .text
        case .at: .date
        }
    }

    package static var main: StockMoveField? { .delta }

    private static func synonyms(of reason: StockReason) -> [String] {
        switch reason {
        case .sale: ["sold"]
        case .cancel: ["cancelled", "canceled"]
        case .receipt: ["received"]
        case .correction: ["corrected"]
        case .imported: ["imported"]
        case .opening: []
        }
    }
}
