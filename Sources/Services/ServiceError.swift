package import Domain

/// Why an operation was refused: the whole list, known to every face.
///
/// The faces switch over it without a default, so that a new case does not compile until each has an answer.
package enum ServiceError: Error, Equatable, Sendable {
    /// The input breaks rules; all of them.
    case invalid([Violation])
    /// Nothing has this number.
    case notFound(entity: String, id: Int64)
    /// The input names something that is not there, or is archived; `field` as in ``Violation/field``.
    case unknownReference(field: String, id: Int64)
    /// Lines want more than there is; every one of them.
    ///
    /// Nothing was written, and the key is still free.
    case insufficientStock([Shortage])
    /// Prices have changed since they were told.
    case priceChanged([PriceChange])
    /// Another row stands in the way.
    case conflict(Conflict)
    /// The order's life cycle has no such step.
    case illegalTransition(IllegalTransition)
    /// The key was used for another order.
    case idempotencyKeyReused(Identifier<Order>)
    /// Events behind the given place are kept no longer; start again without one.
    case eventsExpired
    /// Others hold what is needed; nothing was written.
    ///
    /// Asking again in a moment may succeed.
    case busy
    /// The database can't be reached, or did not answer in time.
    case unavailable
    /// The principal may not do this.
    case forbidden(OperationID)
    /// The principal may do this, but not with this token.
    case insufficientScope(OperationID)
    /// Nobody has logged in.
    case unauthenticated
    /// The token is none of ours, or has ended.
    case invalidToken
    /// Login and password don't belong together; which of them is wrong is not told.
    case invalidCredentials
    /// Somebody has tried to log in too often; the next try is let through after so many seconds.
    case tooManyAttempts(retryAfter: Int)
    /// Something went wrong that is not the caller's doing; the log tells more under `reference`.
    case defect(reference: String)
}

/// What stands in the way of a change.
package enum Conflict: Hashable, Sendable {
    case emailTaken, skuTaken, barcodeTaken, loginTaken
    /// Nobody could administer the shop any more.
    case lastAdministrator
    /// The lines of an order that has gone on in its life cycle can't be changed.
    case orderClosed(OrderStatus)
    /// An order keeps at least one line.
    case lastLine
    /// The row was changed by somebody since it was read; its version is now `current`.
    case versionMismatch(entity: String, current: Int)

    /// The input's field that would have to change, if one would.
    package var field: String? {
        switch self {
        case .emailTaken: "email"
        case .skuTaken: "sku"
        case .barcodeTaken: "barcode"
        case .loginTaken: "login"
        case .versionMismatch, .lastAdministrator, .orderClosed, .lastLine: nil
        }
    }
}
