import Domain
import Services
import TerminalUI
import Wording

/// Who sits at the keyboard, and what they may do.
extension AppModel {
    /// What is done while nobody has logged in.
    private static let withoutLogin: Set<Action> = [
        .help, .messages, .interrupt, .suspend, .redraw, .quit, .accept, .nextField, .previousField,
    ]

    var isLoginShown: Bool { top is LoginScreen }

    /// Why an action can't be done: nobody has logged in, the role does not permit it, or the screen has a reason.
    func refusal(of action: Action) -> Phrase? { accessRefusal(of: action) ?? top.refusal(of: action) }

    /// Why the one at the keyboard may not do an action, wherever it is.
    func accessRefusal(of action: Action) -> Phrase? {
        if isLoginShown { return Self.withoutLogin.contains(action) ? nil : "Log in first." }
        guard let role = status.role, action.isRefused(to: role, in: scopes) else { return nil }
        return "Your role (\(role.title)) does not permit this."
    }

    /// Asks for a login; what is open stays below.
    mutating func needLogin() -> [Effect] {
        guard !isLoginShown else { return [] }
        overlay = nil
        question = nil
        typeAhead = []
        let database = if case .ready(let name) = status.database { name } else { status.databaseName ?? "" }
        let effects = apply([.open(LoginScreen(database: database))], from: topID)
        return status.role == nil ? effects : effects + say(.error(ServiceError.invalidToken.headline))
    }

    /// A login was refused.
    mutating func refuseLogin(_ error: ServiceError) -> [Effect] {
        guard let index = layers.firstIndex(where: { $0.screen is LoginScreen }),
            var screen = layers[index].screen as? LoginScreen
        else { return [] }
        screen.refuse(error)
        layers[index].screen = screen
        return [.ring]
    }

    /// Somebody has logged in, or has another name or role than before.
    ///
    /// What another person has left open is closed.
    mutating func welcome(_ name: String, _ role: Domain.Role) -> [Effect] {
        let isOther = status.role != nil && status.operatorName != name
        (status.operatorName, status.role) = (name, role)
        if var home = layers[0].screen as? HomeScreen {
            home.role = role
            layers[0].screen = home
        }
        guard let login = layers.first(where: { $0.screen is LoginScreen }) else { return [] }
        return apply(isOther ? [.goHome] : [.close], from: login.id)
    }
}
