import Domain
import TerminalUI
import Wording

/// The form by which goods are received, or the count of a product is corrected.
struct StockForm: FormSubject {
    private(set) var product: Product
    let format: Format

    var title: Phrase { "Stock of \(product.sku)" }

    var facts: [DetailFact] {
        [
            DetailFact("Product", "\(product.sku)  \(product.name)", role: .title),
            DetailFact("On hand", format.count(product.stock)),
        ]
    }

    var fields: [FormField] {
        [
            FormField(
                "delta", "Change",
                help: FieldHelp(
                    "Pieces that came in; with a minus, pieces that went.",
                    rule: "A whole number, not 0; a receipt adds, a correction may take away.",
                    examples: ["12", "-3", "1 200"]), kind: .change(format), maximum: 14),
            FormField(
                "reason", "Reason",
                help: FieldHelp(
                    "Left and Right choose: goods received, or the count corrected.",
                    rule: "A correction is for goods that were counted anew, broken or lost."),
                kind: .choice(format), choices: StockReason.manual.map(\.rawValue),
                titles: StockReason.manual.map(\.title)),
            FormField(
                "note", "Note",
                help: FieldHelp(
                    "Optional: a delivery, a cause. Enter saves.", rule: "Up to 2,000 characters.",
                    examples: ["Delivery 17"]), maximum: 2000),
        ]
    }

    var texts: [String: String] { [:] }

    func query(_ values: FormValues) throws(InvalidInput) -> Query? {
        guard let delta = WholeNumber(values["delta"])?.value else {
            throw InvalidInput([Violation("delta", "format", "A change is a whole number, such as 12 or -3.")])
        }
        let adjustment = try StockAdjustment(
            product: product.id, delta: delta, reason: StockReason(rawValue: values["reason"]) ?? .receipt,
            note: values.optional("note"))
        return .change(.adjustStock(adjustment))
    }

    /// What is on hand may change while goods are counted.
    var reread: Query? { .product(product.id) }

    mutating func rebase(on record: Record) {
        if case .product(let product) = record { self.product = product }
    }

    /// The notes of earlier moves of the product.
    func suggest(_ field: String, _ typed: String) -> Query? {
        guard field == "note" else { return nil }
        let filter = StockMoveFilter(product: product.id)
        return .moves(StockMoveListRequest(filter: filter, sort: .id, isDescending: true, limit: 100))
    }

    func suggestions(_ field: String, _ typed: String, in reply: Reply) -> [FieldSuggestion] {
        guard case .moves(let page) = reply else { return [] }
        let words = SearchText.words(typed)
        return page.items.compactMap { move in
            guard let note = move.note, words.allSatisfy(SearchText.fold(note).contains) else { return nil }
            return FieldSuggestion(FormField.oneLine(note), remark: format.date(move.at))
        }
    }

    func outcome(_ record: Record) -> (News, Phrase) {
        guard case .product(let product) = record else { return (.changed(record), "Saved.") }
        return (.changed(record), "\(product.sku): now \(format.count(product.stock)) on hand.")
    }
}
