package import Domain
import Wording

/// The lines of an order being entered, each product once, with their sums kept up to date.
///
/// A key costs the same whatever the number of lines; only what is put in or taken out between others shifts them.
package struct DraftLines: Hashable, Sendable {
    package private(set) var all: [DraftLine] = []
    /// The place of each product's line.
    private var places: [Identifier<Product>: Int] = [:]
    /// The sum of the lines at the told prices.
    ///
    /// A thousand of the largest lines stay within 64 bits.
    package private(set) var total = Money.zero
    /// What the discounts take off.
    package private(set) var discounts = Money.zero
    package private(set) var pieces = 0
    /// Lines that want more than there is.
    package private(set) var shortCount = 0
    package private(set) var discountedCount = 0
    /// Lines whose price is no longer the one told.
    package private(set) var repricedCount = 0
    /// Lines whose product is no longer sold.
    package private(set) var goneCount = 0

    package init() {}

    package var count: Int { all.count }
    package var isEmpty: Bool { all.isEmpty }
    package var indices: Range<Int> { all.indices }

    package subscript(index: Int) -> DraftLine { all[index] }

    package func index(of product: Identifier<Product>) -> Int? { places[product] }

    /// Makes a change whose `before` is what stands there.
    mutating func apply(_ change: LineChange) {
        if let line = change.before { places[line.product] = nil }
        switch (change.before, change.after) {
        case (nil, let line?):
            all.insert(line, at: change.index)
            placeLines(from: change.index)
        case (_?, let line?):
            all[change.index] = line
            places[line.product] = change.index
        case (_?, nil):
            all.remove(at: change.index)
            placeLines(from: change.index)
        case (nil, nil): break
        }
        if let line = change.before { count(line, -1) }
        if let line = change.after { count(line, 1) }
    }

    /// Notes the places of a line and of those behind it.
    private mutating func placeLines(from first: Int) {
        for index in first..<all.count { places[all[index].product] = index }
    }

    /// Checks that a line may stand here instead of the one at `index`, or beside the others where that is `nil`.
    /// - Throws: ``Violation`` in words for the operator.
    func check(_ line: DraftLine, at index: Int?) throws(Violation) {
        if index == nil && count >= PlaceOrder.maximumLines {
            throw Violation("items", "too-long", "An order has at most \(PlaceOrder.maximumLines) lines.")
        }
        guard PlaceOrder.quantities.contains(line.quantity) else {
            throw Violation("quantity", "range", "A line has at most 1 000 000 pieces.")
        }
        guard line.fullTotal != nil else {
            throw Violation("total", "range", "The line's sum is larger than the books can hold.")
        }
    }

    private mutating func count(_ line: DraftLine, _ sign: Int) {
        let sum = line.total ?? .zero
        let off = (line.fullTotal ?? sum) - sum
        total = sign > 0 ? total + sum : total - sum
        discounts = sign > 0 ? discounts + off : discounts - off
        discountedCount += line.discount > .zero ? sign : 0
        pieces += sign * line.quantity
        shortCount += line.isShort ? sign : 0
        repricedCount += line.newPrice != nil ? sign : 0
        goneCount += line.isGone ? sign : 0
    }
}
