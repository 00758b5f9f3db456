import Domain
import Services
import Synchronization

/// Lets people log in at the terminal, once there is a database to ask.
final class TerminalDoor: Sendable {
    /// Gives the screens the services as this person.
    typealias Entrance = @Sendable (Principal) -> Void

    private let slot = Mutex<(auth: AuthService, enter: Entrance)?>(nil)

    /// From now on somebody can log in.
    func open(_ auth: AuthService, _ enter: @escaping Entrance) { slot.withLock { $0 = (auth, enter) } }

    /// Logs somebody in and lets them enter.
    /// - Returns: why not, if so.
    func logIn(_ login: String, _ password: String) async -> ServiceError? {
        guard let (auth, enter) = slot.withLock({ $0 }) else { return .unavailable }
        let origin = LoginOrigin(address: nil, userAgent: "oblik")
        do throws(ServiceError) {
            enter(try await auth.logIn(login, password: password, from: origin, through: .terminal).principal)
            return nil
        } catch {
            return error
        }
    }
}
