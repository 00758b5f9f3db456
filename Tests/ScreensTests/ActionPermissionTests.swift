import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

/// Who may do what at the terminal: every action of the registry, as every role.
@Suite struct ActionPermissionTests {
    /// Operations that no action of its own leads to, and why.
    static let others: [OperationID: String] = [
        .getUser: "opening a row reads it", .getProduct: "opening a row reads it",
        .listOrderLines: "an order is shown with its lines", .getOrderLine: "an order is shown with its lines",
        .restoreUser: "archiving what is archived restores it, by the same row of the table",
        .restoreProduct: "archiving what is archived restores it, by the same row of the table",
        .correctStock: "the form of a receipt takes corrections too, and tells the refusal",
        .getOrderHistory: "the record beside a list reads it", .addOrderLine: "over HTTP", .editOrderLine: "over HTTP",
        .removeOrderLine: "over HTTP", .readDashboard: "Home reads it", .followEvents: "for programs",
        .watchServer: "for programs",
        .importOrders: "on the command line",
        .verifyBooks: "on the command line", .logIn: "the login screen is for anyone", .logOut: "leaving the program",
        .readAccount: "over HTTP", .changePassword: "over HTTP", .listSessions: "over HTTP", .endSession: "over HTTP",
        .listTokens: "over HTTP and on the command line", .createToken: "over HTTP and on the command line",
        .revokeToken: "over HTTP and on the command line", .listAccounts: "over HTTP and on the command line",
        .createAccount: "over HTTP and on the command line", .resetPassword: "over HTTP and on the command line",
        .setRole: "over HTTP and on the command line", .disableAccount: "over HTTP and on the command line",
        .enableAccount: "over HTTP and on the command line",
    ]

    @Test("Every operation is behind an action, or there is a reason why not")
    func covers() {
        let reached = Set(ActionRegistry.entries.compactMap { $0.action.operation(in: [$0.scope]) })
        #expect(reached.isDisjoint(with: Self.others.keys))
        #expect(reached.union(Self.others.keys) == Set(OperationID.allCases))
    }

    @Test(
        "What a role may not do is refused with the reason, in every place, and what it may is not",
        arguments: Domain.Role.allCases)
    func refuses(_ role: Domain.Role) throws {
        for entry in ActionRegistry.entries {
            guard let operation = entry.action.operation(in: [entry.scope]) else { continue }
            var stage = try EveryKeyPlaces.stage(for: entry, .classic)
            stage.send(.signedIn(name: "olena", role: role))
            let reason = stage.model.accessRefusal(of: entry.action)?.english
            let expected = "Your role (\(role.rawValue)) does not permit this."
            #expect(reason == (operation.permission[role] == .none ? expected : nil), "\(entry.fullName)")
            guard reason != nil else { continue }
            let before = stage.path
            stage.effects = stage.model.perform(entry.action)
            #expect(stage.asked.isEmpty && stage.path == before, "\(entry.fullName)")
            #expect(stage.model.helpEntries.contains { $0.action == entry.action && $0.refusal != nil })
        }
    }
}
