import Domain

/// All that the footer depends on besides the keys.
struct FooterSource: Hashable, Sendable {
    let scopes: [Scope]
    let hinted: [Action]?
    let role: Domain.Role?
    /// Whether nothing but logging in is possible.
    let isLoginShown: Bool
}
