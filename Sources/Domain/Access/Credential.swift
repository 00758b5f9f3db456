/// By what somebody has shown who they are.
package enum Credential: Hashable, Sendable {
    /// The account of the operating system that opened the database itself.
    case machine
    /// A login.
    case session(Identifier<LoginSession>)
    /// A token, which cuts the permissions of its owner down to its scopes.
    case token(Identifier<AccessToken>, scopes: Set<TokenScope>)
    /// Nothing: nobody has logged in.
    case nothing
}
