import ArgumentParser

/// `oblik user`: who may log in, as what.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Accounts: who may log in, as what.",
        discussion: """
            Whoever may open the database administers it: on the private cluster, the account of the operating system; \
            on another server, whoever has its connection string.
            """,
        subcommands: [
            AddUser.self, ChangePassword.self, ChangeRole.self, DisableUser.self, EnableUser.self, ListUsers.self,
        ])
}
