package import Domain

/// Who may ask an endpoint.
package enum Access: Hashable, Sendable {
    /// Whoever reaches the server, without telling who they are.
    case anyone
    /// Whoever reaches the server; who sends a token is known, and may do what they may.
    case known
    /// Whoever is logged in, for what is their own.
    case signedIn
    /// The roles that may do the operation: `OperationID.permittedRoles`, which the services hold everybody to.
    case permitted(OperationID)

    /// The operation behind the endpoint, if there is one.
    package var operation: OperationID? {
        if case .permitted(let operation) = self { operation } else { nil }
    }
}
