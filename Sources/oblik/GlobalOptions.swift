import ArgumentParser

/// The options that every command takes.
///
/// Each is a key of the configuration; the command line wins over all else.
struct GlobalOptions: ParsableArguments {
    private static let databaseHelp = """
        Use this PostgreSQL instead of a private one: a libpq string or URL, without a password, which others could \
        read from the list of processes; a passfile or OBLIK_DATABASE_URL may hold one.
        """

    @Option(name: .long, help: ArgumentHelp("The environment: local, dev, debug or prod.", valueName: "name"))
    var env: String?

    @Option(name: .long, help: ArgumentHelp(Self.databaseHelp, valueName: "url"))
    var database: String?

    @Option(name: .long, help: ArgumentHelp("Where the private PostgreSQL lives.", valueName: "directory"))
    var dataDir: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The listener's address; beyond this machine with TLS only.", valueName: "address"))
    var httpHost: String?

    @Option(name: .long, help: ArgumentHelp("The listener's port; 0 takes a free one.", valueName: "port"))
    var httpPort: String?

    @Option(name: .long, help: ArgumentHelp("When HTTP asks for a login: auto, required or none.", valueName: "when"))
    var httpAuth: String?

    @Flag(name: .long, help: "Don't listen for HTTP.")
    var noHttp = false

    @Option(name: .long, help: ArgumentHelp("Where the log goes.", valueName: "file"))
    var logFile: String?

    @Option(
        name: .long, help: ArgumentHelp("trace, debug, info, notice, warning, error or critical.", valueName: "level"))
    var logLevel: String?

    @Option(name: .long, help: ArgumentHelp("A theme of themes/: dark, light, mono.", valueName: "name"))
    var theme: String?

    @Option(name: .long, help: ArgumentHelp("The language of the screens: en, uk, or auto.", valueName: "code"))
    var language: String?

    @Option(name: .long, help: ArgumentHelp("The keys: classic, modern, vim, or auto.", valueName: "preset"))
    var keys: String?

    @Flag(name: .long, inversion: .prefixedNo, help: "Hear clicks and the wheel; Shift selects text all the same.")
    var mouse: Bool?

    @Flag(name: .long, help: "Write lines in the place of pictures, for screen readers and dumb terminals.")
    var linear = false

    @Flag(name: .long, inversion: .prefixedNo, help: "Open lists as they were left.")
    var session: Bool?

    @Flag(name: .long, inversion: .prefixedNo, help: "Show the record under the cursor beside wide lists.")
    var aside: Bool?

    @Option(name: .long, help: ArgumentHelp("The currency that amounts are shown in.", valueName: "code"))
    var currency: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Where the folders themes, migrations and config are.", valueName: "directory"))
    var assetsDir: String?

    /// The given options, by configuration key.
    var overrides: [String: String] {
        let given: [(String, String?)] = [
            ("env", env), ("database.url", database), ("data.dir", dataDir), ("http.host", httpHost),
            ("http.port", httpPort), ("http.auth", httpAuth),
            ("http.enabled", noHttp ? "false" : nil), ("log.file", logFile), ("log.level", logLevel),
            ("theme", theme), ("language", language), ("keys", keys),
            ("mouse", mouse.map { $0 ? "true" : "false" }), ("linear", linear ? "true" : nil),
            ("session", session.map { $0 ? "true" : "false" }), ("aside", aside.map { $0 ? "true" : "false" }),
            ("currency", currency),
            ("assets.dir", assetsDir),
        ]
        return Dictionary(uniqueKeysWithValues: given.compactMap { key, value in value.map { (key, $0) } })
    }
}
