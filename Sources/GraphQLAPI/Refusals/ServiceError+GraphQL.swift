import Domain
import GraphQL
import JSON
import Services

extension ServiceError {
    /// The refusal as the result of a mutation; nil where it is none of the business, but an error.
    ///
    /// A new case does not compile until it has an answer here.
    var refusal: (any RefusalObject)? {
        switch self {
        case .invalid(let violations): InvalidInputRefusal(violations: violations)
        case .notFound(let entity, let id): NotFoundRefusal(entity: entity, id: id)
        case .unknownReference(let field, let id): UnknownReferenceRefusal(path: field, id: id)
        case .insufficientStock(let shortages): InsufficientStockRefusal(shortages: shortages)
        case .priceChanged(let changes): PriceChangedRefusal(changes: changes)
        case .conflict(.versionMismatch(let entity, let current)):
            VersionMismatchRefusal(entity: entity, currentVersion: current)
        case .conflict(.emailTaken): AlreadyTakenRefusal(field: "email")
        case .conflict(.skuTaken): AlreadyTakenRefusal(field: "sku")
        case .conflict(.barcodeTaken): AlreadyTakenRefusal(field: "barcode")
        case .conflict(.loginTaken): AlreadyTakenRefusal(field: "login")
        case .conflict(.orderClosed(let status)): OrderClosedRefusal(status: status)
        case .conflict(.lastLine): LastLineRefusal()
        case .illegalTransition(let step): InvalidTransitionRefusal(from: step.from, to: step.to)
        case .idempotencyKeyReused(let order): IdempotencyKeyReusedRefusal(order: order)
        case .invalidCredentials: InvalidCredentialsRefusal()
        case .tooManyAttempts(let seconds): TooManyAttemptsRefusal(retryAfter: seconds)
        case .conflict(.lastAdministrator), .eventsExpired, .busy, .unavailable, .forbidden, .insufficientScope,
            .unauthenticated, .invalidToken, .defect:
            nil
        }
    }

    /// The refusal as an error of a field.
    var graphQLError: GraphQLError {
        if let refusal { return GraphQLError(refusal.message, code: refusal.code) }
        return switch self {
        case .eventsExpired: GraphQLError("These events are kept no longer.", code: "EVENTS_EXPIRED")
        case .busy: GraphQLError("Others hold what is needed. Ask again in a second.", code: "BUSY")
        case .unavailable:
            GraphQLError("The database does not answer. Ask again in a moment.", code: "UNAVAILABLE")
        case .forbidden(let operation): GraphQLError("\(operation.rawValue) is not permitted.", code: "FORBIDDEN")
        case .insufficientScope(let operation):
            GraphQLError("The token does not reach as far as \(operation.rawValue).", code: "INSUFFICIENT_SCOPE")
        case .unauthenticated: GraphQLError("Log in, and send the token.", code: "UNAUTHENTICATED")
        case .invalidToken: GraphQLError("The token is none of ours, or has ended.", code: "INVALID_TOKEN")
        case .conflict(.lastAdministrator):
            GraphQLError("Nobody could administer the shop any more.", code: "LAST_ADMINISTRATOR")
        case .defect(let reference):
            GraphQLError(
                "Internal server error. Quote \(reference) to whoever runs this server.", code: "INTERNAL_ERROR",
                members: [("reference", .string(reference))])
        case .invalid, .notFound, .unknownReference, .insufficientStock, .priceChanged, .conflict,
            .illegalTransition, .idempotencyKeyReused, .invalidCredentials, .tooManyAttempts:
            GraphQLError("The operation was refused.", code: "REFUSED")
        }
    }
}
