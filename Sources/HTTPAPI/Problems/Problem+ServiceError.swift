import Domain
import HTTPTypes
import JSON
import Services

extension ServiceError {
    /// The refusal as a problem document.
    ///
    /// A new case does not compile until it has an answer here.
    var problem: Problem {
        switch self {
        case .invalid(let violations): .validation(violations.map(Fault.init))
        case .notFound(let entity, let id): .notFound("There is no \(entity) \(id).")
        case .unknownReference(let field, let id): Self.unknownReference(field, id)
        case .insufficientStock(let shortages): Self.insufficientStock(shortages)
        case .priceChanged(let changes): Self.priceChanged(changes)
        case .conflict(let conflict): conflict.problem
        case .illegalTransition(let step):
            Problem(
                .invalidTransition, "An order that is \(step.from.rawValue) can't become \(step.to.rawValue).",
                members: JSONObject([("from", .string(step.from.rawValue)), ("to", .string(step.to.rawValue))]))
        case .idempotencyKeyReused(let order):
            Problem(
                .idempotencyKeyReused, "The key belongs to order \(order), which has another meaning.",
                members: JSONObject([("orderId", .number(JSONNumber(order.value)))]))
        case .eventsExpired:
            Problem(
                .eventsExpired, "Events behind this id are kept no longer. Read the rows anew, then follow from now.")
        case .busy: Problem(.busy, "Others hold what is needed. Ask again in a second.", headers: .retryAfter(1))
        case .unavailable:
            Problem(.unavailable, "The database does not answer. Ask again in a moment.", headers: .retryAfter(2))
        case .forbidden(let operation): Problem(.forbidden, "\(operation.rawValue) is not permitted.")
        case .insufficientScope(let operation): .insufficientScope(operation)
        case .unauthenticated: .unauthenticated
        case .invalidToken: .invalidToken
        case .invalidCredentials:
            Problem(
                .invalidCredentials, "Login and password don't belong together.", headers: [.wwwAuthenticate: "Bearer"])
        case .tooManyAttempts(let seconds):
            Problem(
                .tooManyAttempts, "Too many tries. The next is let through after \(seconds) s.",
                headers: .retryAfter(seconds))
        case .defect(let reference):
            Problem(
                .internalError, "Nothing was written. Quote \(reference) to whoever runs this server.",
                members: JSONObject([("reference", .string(reference))]))
        }
    }

    private static func unknownReference(_ field: String, _ id: Int64) -> Problem {
        let what = field.hasSuffix("productId") ? "product" : field.hasSuffix("orderId") ? "order" : "customer"
        let fault = Fault(.pointer("/\(field)"), "unknown-reference", "There is no \(what) \(id), or it is archived.")
        return Problem(.unknownReference, fault.detail, faults: [fault])
    }

    private static func insufficientStock(_ shortages: [Shortage]) -> Problem {
        let items = shortages.map { shortage -> JSONValue in
            [
                "productId": .number(JSONNumber(shortage.product.value)), "sku": .string(shortage.sku),
                "name": .string(shortage.name), "requested": .number(JSONNumber(shortage.wanted)),
                "available": .number(JSONNumber(shortage.available)),
            ]
        }
        let short = shortages.map { "\($0.sku): \($0.available) of \($0.wanted)" }.joined(separator: ", ")
        return Problem(
            .insufficientStock, "There is not enough of \(short).", members: JSONObject([("items", .array(items))]))
    }

    private static func priceChanged(_ changes: [PriceChange]) -> Problem {
        let items = changes.map { change -> JSONValue in
            [
                "productId": .number(JSONNumber(change.product.value)), "sku": .string(change.sku),
                "told": .string(change.told.description), "now": .string(change.now.description),
            ]
        }
        let moved = changes.map { "\($0.sku) is \($0.now), not \($0.told)" }.joined(separator: ", ")
        return Problem(.priceChanged, "\(moved).", members: JSONObject([("items", .array(items))]))
    }
}

extension Conflict {
    fileprivate var problem: Problem {
        switch self {
        case .emailTaken: taken(.emailTaken, "Another customer has this e-mail address.")
        case .skuTaken: taken(.skuTaken, "Another product has this code.")
        case .barcodeTaken: taken(.barcodeTaken, "Another product has this barcode.")
        case .loginTaken: taken(.loginTaken, "Somebody else has this login.")
        case .lastAdministrator: Problem(.lastAdministrator, "Nobody could administer the shop any more.")
        case .orderClosed(let status):
            Problem(
                .orderClosed, "The order is \(status.rawValue): its lines stand.",
                members: JSONObject([("orderStatus", .string(status.rawValue))]))
        case .lastLine: Problem(.lastItem, "This is the order's last line. Cancel the order instead.")
        case .versionMismatch(let entity, let current):
            Problem(
                .preconditionFailed, "The \(entity) has been changed since; its version is \(current) now.",
                members: JSONObject([("version", .number(JSONNumber(current)))]))
        }
    }

    private func taken(_ kind: ProblemKind, _ detail: String) -> Problem {
        Problem(kind, detail, faults: [Fault(.pointer(field.map { "/\($0)" } ?? ""), "taken", detail)])
    }
}
