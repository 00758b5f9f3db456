/// What a request costs the server: each class has its own limit.
package enum RateClass: String, Sendable, CaseIterable {
    case read, write
    /// Guesses at passwords.
    case login
    /// An answer without an end.
    case stream
    /// Not limited: what watches the server, and its documents.
    case none
}
