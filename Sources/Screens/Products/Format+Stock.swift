import Domain
import Wording

extension Format {
    /// The pieces on hand as their reader may know them: how many, or only whether there are any.
    func stock(_ product: Product) -> Phrase {
        if let stock = product.toldStock { return Phrase(verbatim: count(stock)) }
        return product.isInStock ? "in stock" : "none left"
    }
}
