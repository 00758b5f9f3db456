import Wording

extension ActionRegistry {
    /// Logging in, where the database is not this machine's own.
    static let login: [ActionEntry] = [
        ActionEntry(
            .login, .accept, "log-in", "Go on to the password; from there, log in", keys: "enter", hint: "Log in"),
        ActionEntry(.login, .nextField, "next", "Next field", keys: "tab down", hint: "Next"),
        ActionEntry(.login, .previousField, "previous", "Field before", keys: "shift+tab up"),
        ActionEntry(.login, .quit, "quit", "Quit Oblik", keys: "f3 f12", hint: "Quit"),
    ]
}
