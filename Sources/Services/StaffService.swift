package import Domain
import Repositories

/// The people who work here.
package struct StaffService: Sendable {
    let operations: Operations

    init(_ operations: Operations) { self.operations = operations }

    /// Who works at this machine: the account of the operating system, an administrator of its own database.
    ///
    /// Whoever may open the private cluster owns its files, so that asking for a password would guard nothing.
    ///
    /// That holds whatever role the row has that goes by the same login.
    ///
    /// `account` is the name of the account, which becomes the login.
    package func localOperator(account: String, source: Principal.Source) async throws(ServiceError) -> Principal {
        let login = account.lowercased()
        let user = try await operations.retrying(.createUser, unknownOutcomes: true) {
            try await UserRepository(operations.pool).staff(login: login, name: account, role: .admin)
        }
        return Principal(id: user.id, name: user.name, role: .admin, source: source)
    }
}
