package import HTTPTypes

/// Every way in which a request is refused: the last part of a problem's `type` URI and its `code`.
///
/// The list is closed, so that each kind has a status, a title and a page at `/docs/problems/{slug}`.
package enum ProblemKind: String, Sendable, CaseIterable {
    case malformedRequest = "malformed-request"
    case malformedJSON = "malformed-json"
    case malformedCSV = "malformed-csv"
    case malformedQuery = "malformed-query"
    case unknownParameter = "unknown-parameter"
    case duplicateParameter = "duplicate-parameter"
    case invalidCursor = "invalid-cursor"
    case idempotencyKeyMismatch = "idempotency-key-mismatch"
    case authenticationRequired = "authentication-required"
    case invalidToken = "invalid-token"
    case invalidCredentials = "invalid-credentials"
    case forbidden
    case insufficientScope = "insufficient-scope"
    case crossOrigin = "cross-origin"
    case notFound = "not-found"
    case unknownReference = "unknown-reference"
    case methodNotAllowed = "method-not-allowed"
    case notAcceptable = "not-acceptable"
    case requestTimeout = "request-timeout"
    case insufficientStock = "insufficient-stock"
    case priceChanged = "price-changed"
    case emailTaken = "email-taken"
    case skuTaken = "sku-taken"
    case barcodeTaken = "barcode-taken"
    case loginTaken = "login-taken"
    case lastAdministrator = "last-administrator"
    case orderClosed = "order-closed"
    case lastItem = "last-item"
    case preconditionFailed = "precondition-failed"
    case invalidTransition = "invalid-transition"
    case eventsExpired = "events-expired"
    case contentTooLarge = "content-too-large"
    case unsupportedMediaType = "unsupported-media-type"
    case misdirectedRequest = "misdirected-request"
    case validationFailed = "validation-failed"
    case idempotencyKeyReused = "idempotency-key-reused"
    case tooManyAttempts = "too-many-attempts"
    case quotaExceeded = "quota-exceeded"
    case internalError = "internal-error"
    case busy
    case overloaded
    case unavailable

    /// The status that every problem of this kind is answered with.
    package var status: HTTPResponse.Status {
        switch self {
        case .malformedRequest, .malformedJSON, .malformedCSV, .malformedQuery, .unknownParameter, .duplicateParameter,
            .invalidCursor, .idempotencyKeyMismatch:
            .badRequest
        case .authenticationRequired, .invalidToken, .invalidCredentials: .unauthorized
        case .forbidden, .insufficientScope, .crossOrigin: .forbidden
        case .notFound, .unknownReference: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .requestTimeout: .requestTimeout
        case .insufficientStock, .priceChanged, .emailTaken, .skuTaken, .barcodeTaken, .loginTaken,
            .lastAdministrator, .orderClosed, .lastItem, .invalidTransition:
            .conflict
        case .eventsExpired: .gone
        case .preconditionFailed: .preconditionFailed
        case .contentTooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .misdirectedRequest: .misdirectedRequest
        case .validationFailed, .idempotencyKeyReused: .unprocessableContent
        case .tooManyAttempts, .quotaExceeded: .tooManyRequests
        case .internalError: .internalServerError
        case .busy, .overloaded, .unavailable: .serviceUnavailable
        }
    }

    /// The page of this kind, relative to the origin: the `type` of RFC 9457.
    package var type: String { "/docs/problems/\(rawValue)" }
}
