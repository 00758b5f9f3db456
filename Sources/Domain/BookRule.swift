/// What must hold in the books at every moment; `oblik verify` proves it.
package enum BookRule: String, CaseIterable, Sendable {
    case stockEqualsLedger, stockIsNotNegative
    case ordersHaveLines, lineCountsAgree, totalsAgree
    case salesEqualLines, cancellationsGiveBackOnce
    case keysHaveOrders, ordersHaveKeys, ordersAreAudited

    /// The rule as a sentence for people.
    package var sentence: String {
        switch self {
        case .stockEqualsLedger: "The stock of each product is the sum of its rows in the ledger."
        case .stockIsNotNegative: "No stock is below zero."
        case .ordersHaveLines: "Every order has lines."
        case .lineCountsAgree: "Every order has as many lines as it says."
        case .totalsAgree: "The total of each order is the sum of its lines."
        case .salesEqualLines: "The ledger took from each product what each order sold of it."
        case .cancellationsGiveBackOnce: "Cancelled orders gave back all they took, once; no others gave anything."
        case .keysHaveOrders: "Every idempotency key belongs to an order of the same person."
        case .ordersHaveKeys: "Every order placed at the terminal or over HTTP has its idempotency key."
        case .ordersAreAudited: "The audit log tells who placed each order of the terminal and of HTTP."
        }
    }
}

/// What came out when one rule was checked.
package struct BookCheck: Hashable, Sendable {
    package let rule: BookRule
    /// How many rows were looked at.
    package let examined: Int
    /// How many of them break the rule.
    package let faults: Int
    /// The first ten faults, each as a phrase with numbers in it.
    package let examples: [String]

    package init(rule: BookRule, examined: Int, faults: Int, examples: [String]) {
        (self.rule, self.examined, self.faults, self.examples) = (rule, examined, faults, examples)
    }
}
