import Domain
import Services

extension ServiceError {
    /// The refusal in one line, for the operator.
    var headline: String {
        switch self {
        case .invalid(let violations): violations.first?.message ?? "The input is not right."
        case .notFound(let entity, let id): "There is no \(entity) \(id) any more."
        case .unknownReference(let field, let id): "\(field): \(id) is not there, or is archived."
        case .insufficientStock(let shortages): Self.sentence(shortages)
        case .priceChanged(let changes): Self.sentence(changes)
        case .conflict(let conflict): conflict.headline
        case .illegalTransition(let step):
            "An order that is \(step.from.rawValue) can't become \(step.to.rawValue)."
        case .idempotencyKeyReused(let order): "This draft was placed already, as order \(order)."
        case .busy: "Others hold what is needed; try again."
        case .unavailable: "The database does not answer. Nothing is known to be written."
        case .forbidden(let operation): "You may not do this (\(operation.rawValue))."
        case .defect(let reference): "Something went wrong inside; the log tells more under \(reference)."
        }
    }

    private static func sentence(_ shortages: [Shortage]) -> String {
        let first = shortages.first.map { "\($0.sku): have \($0.available), asked \($0.wanted)" } ?? "Too little stock"
        return shortages.count > 1 ? "\(first), and \(shortages.count - 1) more short lines." : "\(first)."
    }

    private static func sentence(_ changes: [PriceChange]) -> String {
        let first = changes.first.map { "\($0.sku) costs \($0.now) now, not \($0.told)" } ?? "Prices have changed"
        return changes.count > 1 ? "\(first), and \(changes.count - 1) more prices." : "\(first)."
    }
}

extension Conflict {
    /// The conflict in one line, for the operator.
    var headline: String {
        switch self {
        case .emailTaken: "Another user has this e-mail address."
        case .skuTaken: "Another product has this code."
        case .barcodeTaken: "Another product has this barcode."
        case .versionMismatch(let entity, _): "Somebody else has changed this \(entity) meanwhile."
        }
    }
}
