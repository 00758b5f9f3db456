import Glibc

/// The account that the server runs as.
///
/// PostgreSQL refuses to run as root, so root hands it to an account without privileges; everybody else runs it as
/// themselves.
struct ServerAccount: Sendable, Equatable {
    let name: String
    let uid: uid_t
    let gid: gid_t
    /// The tool that changes the account (util-linux), or nil where the invoker runs the server.
    let setpriv: String?

    var isInvoker: Bool { setpriv == nil }

    /// Decides who runs the server.
    ///
    /// Root: the owner of existing data, since PostgreSQL insists on it; else the account asked for; else `postgres`;
    /// else `nobody`. Others: themselves, and nobody else can be asked for.
    static func resolve(asked: String?, ownerOfData: uid_t?) throws(EmbeddedPostgresError) -> ServerAccount {
        let me = geteuid()
        if me == 0 { return try resolveForRoot(asked: asked, ownerOfData: ownerOfData) }
        guard let entry = PasswordEntry.find(uid: me) else {
            throw .accountUnusable(
                reason: """
                    The user number \(me) has no entry in the password database, without which PostgreSQL does not \
                    run. Add one (in a container: libnss-wrapper), or use another server by its connection string.
                    """)
        }
        if let asked, asked != entry.name {
            throw .accountUnusable(
                reason: "Only root can run the server as \(asked); this program runs as \(entry.name).")
        }
        if let ownerOfData, ownerOfData != me {
            throw .accountUnusable(reason: "The data belong to user number \(ownerOfData), not to \(entry.name).")
        }
        return ServerAccount(name: entry.name, uid: me, gid: getegid(), setpriv: nil)
    }

    private static func resolveForRoot(asked: String?, ownerOfData: uid_t?) throws(EmbeddedPostgresError)
        -> ServerAccount
    {
        let entry = try entryForRoot(asked: asked, ownerOfData: ownerOfData)
        if let asked, asked != entry.name {
            throw .accountUnusable(reason: "The data belong to \(entry.name), so the server cannot run as \(asked).")
        }
        guard entry.uid != 0 else {
            throw .accountUnusable(reason: "PostgreSQL refuses to run as root; name an account without privileges.")
        }
        guard let setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].first(where: isExecutable) else {
            throw .accountUnusable(
                reason: "As root, setpriv (package util-linux) is needed to run PostgreSQL as \(entry.name).")
        }
        return ServerAccount(name: entry.name, uid: entry.uid, gid: entry.gid, setpriv: setpriv)
    }

    private static func entryForRoot(asked: String?, ownerOfData: uid_t?) throws(EmbeddedPostgresError) -> PasswordEntry
    {
        if let ownerOfData {
            if let entry = PasswordEntry.find(uid: ownerOfData) { return entry }
            throw .accountUnusable(reason: "The data belong to user number \(ownerOfData), who has no account here.")
        }
        if let asked {
            if let entry = PasswordEntry.find(name: asked) { return entry }
            throw .accountUnusable(reason: "There is no account named \(asked).")
        }
        if let entry = PasswordEntry.find(name: "postgres") ?? PasswordEntry.find(name: "nobody") { return entry }
        throw .accountUnusable(reason: "As root, an account named postgres or nobody is needed to run PostgreSQL.")
    }

    /// The command that runs a program as this account in a clean environment.
    func command(_ program: String, _ arguments: [String]) -> Command {
        guard let setpriv else {
            let home = PasswordEntry.find(uid: uid)?.home ?? "/"
            return Command(
                executable: program, arguments: arguments,
                environment: [
                    "PATH=/usr/bin:/bin", "HOME=\(home)", "USER=\(name)", "LOGNAME=\(name)", "LC_ALL=C.UTF-8",
                ])
        }
        let become = ["--reuid=\(uid)", "--regid=\(gid)", "--init-groups", "--reset-env", "--", program]
        let name = program.split(separator: "/").last.map(String.init)
        return Command(executable: setpriv, arguments: become + arguments, environment: [], name: name)
    }
}
