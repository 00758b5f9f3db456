/// The place of an event in the outbox: the number of the transaction that wrote it, and its number.
///
/// Numbers are drawn before their transaction commits, so that by number alone an event could appear behind one that
/// was read already. Transactions are read in their order, and only once none that is older is under way.
package struct EventPosition: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let transaction: Int64
    package let number: Int64

    package init(transaction: Int64, number: Int64) { (self.transaction, self.number) = (transaction, number) }

    /// Reads what ``description`` has written.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy(digits.contains) }),
            let transaction = Int64(parts[0]), let number = Int64(parts[1])
        else { return nil }
        self.init(transaction: transaction, number: number)
    }

    package var description: String { "\(transaction)-\(number)" }

    package static func < (one: EventPosition, other: EventPosition) -> Bool {
        (one.transaction, one.number) < (other.transaction, other.number)
    }
}
