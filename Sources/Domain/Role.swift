import Wording

/// What a person is to the shop; staff and customers stand in one table.
package enum Role: String, Sendable, CaseIterable {
    case customer, viewer, operator_ = "operator", manager, admin

    /// The largest discount that a person of this role may give on a line of an order.
    package var maximumDiscount: Percent {
        switch self {
        case .customer, .viewer: .zero
        case .operator_: .percent(10)
        case .manager, .admin: .all
        }
    }

    /// What is wrong with a discount that a person of this role gives; `nil` if they may.
    package func violation(of discount: Percent) -> Violation? {
        guard discount > maximumDiscount else { return nil }
        return Violation(
            "discount", "forbidden", "You may give up to \(maximumDiscount.shortText) % off; a manager may give more.")
    }
}
