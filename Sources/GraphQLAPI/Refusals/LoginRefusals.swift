import GraphQL

/// Login and password don't belong together.
struct InvalidCredentialsRefusal: RefusalObject {
    static let name = "InvalidCredentials"
    static let summary = "Login and password don't belong together; which of them is wrong is not told."

    var code: String { "INVALID_CREDENTIALS" }
    var message: String { "Login and password don't belong together." }

    static let graphQL = definition {}
}

/// Passwords were guessed too often.
struct TooManyAttemptsRefusal: RefusalObject {
    static let name = "TooManyAttempts"
    static let summary = "A password was named too often; each try counts, however many there are in one request."

    /// Seconds until the next try is let through.
    let retryAfter: Int

    var code: String { "TOO_MANY_ATTEMPTS" }
    var message: String { "Too many tries. The next one is let through in \(retryAfter) s." }

    static let graphQL = definition {
        Field("retryAfter", \.retryAfter, "Seconds until the next try is let through.")
    }
}
