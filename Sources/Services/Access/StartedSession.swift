package import Domain

/// What a login comes to.
package struct StartedSession: Sendable {
    /// The token, which is shown this once and stored nowhere.
    package let token: String
    package let session: LoginSession
    package let login: String
    package let principal: Principal
}
