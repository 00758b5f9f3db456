import Domain
import Postgres
import Services
import TerminalUI
import TestSupport
import Testing
import Wording

@testable import Screens

/// Logging in at the terminal, where the database is not this machine's own.
@Suite struct LoginScreenTests {
    private func stage() -> Stage {
        var stage = Stage()
        stage.send(.loginNeeded)
        return stage
    }

    private func attempts(_ stage: Stage) -> [(login: String, password: String)] {
        stage.effects.compactMap { effect in
            if case .logIn(let login, let password) = effect { (login, password) } else { nil }
        }
    }

    @Test("The login is asked for, the password is not shown, and Enter goes on and then asks the services")
    func asks() {
        var stage = stage()
        Golden.expect(stage.text, is: "login")
        stage.type("olena")
        stage.press("enter")
        stage.type("three words")
        #expect(stage.text.contains { $0.contains("olena") })
        #expect(stage.text.contains { $0.contains("***********") })
        #expect(!stage.text.contains { $0.contains("three") })
        stage.press("enter")
        #expect(attempts(stage).map(\.login) == ["olena"])
        #expect(attempts(stage).map(\.password) == ["three words"])
        stage.type("more")
        stage.press("enter")
        #expect(attempts(stage).count == 1)
    }

    @Test("A refusal is told in its place, also how long to wait, and the password is typed anew")
    func refuses() {
        var stage = stage()
        stage.type("olena")
        stage.press("tab")
        stage.type("wrong")
        stage.press("enter")
        stage.send(.loginRefused(.invalidCredentials))
        #expect(stage.text.contains { $0.contains("Login and password don't match.") })
        #expect(!stage.text.contains { $0.contains("*") })
        stage.type("again")
        stage.press("enter")
        stage.send(.loginRefused(.tooManyAttempts(retryAfter: 8)))
        #expect(stage.text.contains { $0.contains("let through in 8 seconds") })
        #expect(attempts(stage).count == 2)
    }

    @Test("Nothing but help, the messages and the way out can be reached before somebody has logged in")
    func keepsOut() {
        var stage = stage()
        for keys in ["ctrl+n", "ctrl+o", "ctrl+p", "shift+f3"] {
            stage.does(keys)
            #expect(stage.path.last == "Log in", "\(keys): \(stage.path)")
            #expect(stage.text.contains { $0.contains("Log in first.") }, "\(keys)")
        }
        stage.press("f3")
        #expect(stage.model.isFinished)
    }

    @Test("Whoever logs in is named above, and finds Home")
    func welcomes() {
        var stage = stage()
        stage.send(.signedIn(name: "Olena I", role: .viewer))
        stage.settle()
        #expect(stage.text[0].contains("Olena I@local"))
        #expect(!stage.path.contains("Log in"))
        stage.does("1")
        #expect(stage.text.contains { $0.contains("Your role (viewer) does not permit this.") })
    }

    @Test("A login that has ended leaves what is open where it is, unless somebody else logs in")
    func comesBack() {
        for (name, stays) in [("Olena", true), ("Ivan", false)] {
            var stage = Stage()
            stage.send(.signedIn(name: "Olena", role: .operator_))
            stage.does("2")
            stage.send(.loginNeeded)
            #expect(stage.text.contains { $0.contains("Your login has ended; log in again.") })
            stage.send(.signedIn(name: name, role: .operator_))
            stage.settle()
            #expect((stage.path.last == "Orders") == stays, "\(stage.path)")
        }
    }

    @Test("A role that is changed, and a session that is ended, are felt by the next question of the screens")
    func renews() async throws {
        try await withDatabase { _ in
            let desk = try await Counter.desk()
            let (services, machine) = (desk.services, desk.principal)
            let account = try await services.accounts.create(
                NewAccount(login: "olga", name: "Olga", role: .operator_, password: "three plain words"), as: machine)
            let session = try await services.auth.logIn(
                "olga", password: "three plain words", from: LoginOrigin(address: nil), through: .terminal)
            let box = ServiceBox()
            box.provide(ServiceDesk(services: services, principal: session.principal, journal: desk.journal))
            let inbox = Inbox()
            let runner = Counter.runner(box)
            func ask(_ number: Int) async {
                let request = UserListRequest(filter: UserFilter(), sort: .id, isDescending: false)
                await runner.perform(.ask(.users(request), Counter.ticket(number)), inbox.sink)
            }
            _ = try await services.accounts.setRole(.viewer, of: account.user, as: machine)
            await ask(1)
            _ = try await services.accounts.disable(account.user, as: machine)
            await ask(2)
            var told: [String] = []
            for message in inbox.messages {
                switch message {
                case .signedIn(let name, let role): told.append("\(name) \(role.rawValue)")
                case .reply(_, .success): told.append("rows")
                case .reply(_, .failure(let error)): told.append("\(error)")
                case .loginNeeded: told.append("login")
                default: break
                }
            }
            #expect(told == ["Olga viewer", "rows", "login", "unauthenticated"])
        }
    }
}
