import Domain
package import Services
package import Wording

extension ServiceError {
    /// The refusal in one line, for the operator.
    package var headline: Phrase {
        switch self {
        case .invalid(let violations): violations.first?.message ?? "The input is not right."
        case .notFound(let entity, let id): "There is no \(Phrase(entity: entity)) \(id) any more."
        case .unknownReference(let field, let id): "\(field): \(id) is not there, or is archived."
        case .insufficientStock(let shortages): Self.sentence(shortages)
        case .priceChanged(let changes): Self.sentence(changes)
        case .conflict(let conflict): conflict.headline
        case .illegalTransition(let step):
            "An order that is \(step.from.title) can't become \(step.to.title)."
        case .idempotencyKeyReused(let order): "This draft was placed already, as order \(order)."
        case .eventsExpired: "The events behind this place are kept no longer."
        case .busy: "Others hold what is needed; try again."
        case .unavailable: "The database does not answer. Nothing is known to be written."
        case .forbidden(let operation): "You may not do this (\(operation.rawValue))."
        case .insufficientScope(let operation): "This token may not do this (\(operation.rawValue))."
        case .unauthenticated, .invalidToken: "Your login has ended; log in again."
        case .invalidCredentials: "Login and password don't match."
        case .tooManyAttempts(let seconds):
            "Too many tries; the next one is let through in \(count: seconds, "second", "seconds")."
        case .defect(let reference): "Something went wrong inside; the log tells more under \(reference)."
        }
    }

    private static func sentence(_ shortages: [Shortage]) -> Phrase {
        guard let first = shortages.first else { return "Too little stock." }
        let short: Phrase = "\(first.sku): have \(first.available), asked \(first.wanted)"
        return shortages.count > 1
            ? "\(short), and \(count: shortages.count - 1, "more short line", "more short lines")." : "\(short)."
    }

    private static func sentence(_ changes: [PriceChange]) -> Phrase {
        guard let first = changes.first else { return "Prices have changed." }
        let changed: Phrase = "\(first.sku) costs \(first.now) now, not \(first.told)"
        return changes.count > 1
            ? "\(changed), and \(count: changes.count - 1, "more price", "more prices")." : "\(changed)."
    }
}

extension Conflict {
    /// The conflict in one line, for the operator.
    var headline: Phrase {
        switch self {
        case .emailTaken: "Another user has this e-mail address."
        case .skuTaken: "Another product has this code."
        case .barcodeTaken: "Another product has this barcode."
        case .loginTaken: "Somebody else has this login."
        case .lastAdministrator: "This is the last administrator; name another one first."
        case .orderClosed(let status): "The lines of an order that is \(status.title) stand."
        case .lastLine: "This is the order's last line; cancel the order instead."
        case .versionMismatch(let entity, _): "Somebody else has changed this \(Phrase(entity: entity)) meanwhile."
        }
    }
}
