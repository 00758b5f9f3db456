import Domain
import Services
import Wording

extension Change {
    /// The change that takes this one back; `nil` where business knows none: an order goes on and never back.
    ///
    /// Goods are never taken out of the ledger: a counter-entry brings the stock back, and says why.
    func inverse(in language: Language) -> Change? {
        switch self {
        case .setUserArchived(let id, let isArchived): return .setUserArchived(id, !isArchived)
        case .setProductArchived(let id, let isArchived): return .setProductArchived(id, !isArchived)
        case .adjustStock(let adjustment):
            let note = language.text("taken back: \(adjustment.note ?? language.text(adjustment.reason.title))")
            let counter = try? StockAdjustment(
                product: adjustment.product, delta: -adjustment.delta, reason: .correction,
                note: String(note.prefix(2000)))
            return counter.map { .adjustStock($0) }
        case .createUser, .editUser, .createProduct, .editProduct, .editOrder, .moveOrder: return nil
        }
    }
}
