/// How a program was asked to run: checked, typed, and with the place that each value comes from.
///
/// The command line wins over the environment, that over the file `config/.env.<env>`, and that over the defaults.
public struct Settings: Sendable {
    /// What the program runs for.
    public let environment: RunEnvironment
    /// The connection string of another server, or nil for the private cluster.
    public let databaseURL: Secret?
    /// How long a pooler at that address lends its sessions.
    public let databasePooler: DatabasePooler
    /// The connection string of the same server past the pooler, or nil where there is none.
    public let databaseDirect: Secret?
    /// How many connections the pool has.
    public let databasePoolSize: Int
    /// The directory of PostgreSQL's server programs, or nil to search for them.
    public let databaseBinariesDirectory: String?
    /// The directory of the private cluster, or nil for the usual one.
    public let dataDirectory: String?
    /// Whether HTTP is served.
    public let isHTTPEnabled: Bool
    /// The address that HTTP is served on.
    public let httpHost: String
    /// The port that HTTP is served on; 0 is any free one.
    public let httpPort: Int
    /// When HTTP asks for a login.
    public let httpAuth: HTTPAuth
    /// How HTTP is served beyond its address.
    public let http: HTTPSettings
    /// The directory of the installed files of `/docs`, or nil for the usual one.
    public let docsDirectory: String?
    /// How `/graphql` is served.
    public let graphQL: GraphQLSettings
    /// The file that messages are logged to, or nil for the program's choice.
    public let logFile: String?
    /// The least severity that is logged.
    public let logLevel: LogLevel
    /// The name of the theme.
    public let theme: String
    /// The language of the screens: `en`, `uk`, or `auto` for what the locale says.
    public let language: String
    /// The preset of the keys, or `auto` for the one that the key file names.
    public let keys: String
    /// Whether clicks and the wheel are heard.
    public let isMouseEnabled: Bool
    /// Whether lines are written in the place of pictures.
    public let isLinear: Bool
    /// Whether lists open as they were left.
    public let resumesLists: Bool
    /// Whether records stand beside lists, as long as nobody has switched that.
    public let showsAside: Bool
    /// How long something that was done can be taken back.
    public let undoTime: Duration
    /// The currency of all amounts.
    public let currency: CurrencyCode
    /// The directory with `themes`, `migrations` and `config`, or nil to search for it.
    public let assetsDirectory: String?

    let rows: [SettingsTable.Row]
    /// Where each value comes from.
    let sources: [SettingKey: SettingSource]

    /// Reads and checks all settings.
    ///
    /// - Parameters:
    ///   - overrides: What the command line has set, by key: `["http.port": "4001"]`.
    ///   - environment: The variables of the process; see ``ProcessEnvironment``.
    ///   - configDirectory: The directory that holds the files `.env.<env>`; nil for none. A file may be missing.
    /// - Returns: Settings that keep all rules.
    /// - Throws: ``SettingsError`` with every fault of every place.
    public static func load(
        overrides: [String: String], environment: [String: String], configDirectory: String?
    ) throws(SettingsError) -> Settings {
        var loader = SettingsLoader()
        let commandLine = loader.commandLine(overrides)
        let variables = loader.environment(environment)
        // Which file is read depends on the two places before it.
        var first = SettingsReader(layers: [commandLine, variables, loader.defaults])
        let kind = first.text(.environment).flatMap(RunEnvironment.init(rawValue:)) ?? .local
        let file = configDirectory.map { loader.file(EnvironmentFile(path: "\($0)/\(kind.fileName)")) }
        var mode = SettingsReader.Layer()
        // Before the file: `debug` reads the file of `dev`, and wants its own level all the same.
        if kind == .debug { mode.values[.logLevel] = (LogLevel.debug.rawValue, .mode) }
        var reader = SettingsReader(layers: [commandLine, variables, mode, file ?? .init(), loader.defaults])
        let settings = Settings(&reader)
        let faults = loader.faults + reader.faults + (settings?.contradictions ?? [])
        guard let settings, faults.isEmpty else { throw SettingsError(faults: faults) }
        return settings
    }

    /// Takes every setting, so that every fault is noted; nil where one that must be there is not.
    private init?(_ reader: inout SettingsReader) {
        var texts: [SettingKey: String] = [:]
        for key in SettingKey.allCases { texts[key] = reader.text(key) }
        sources = reader.sources
        rows = SettingKey.allCases.map { SettingsTable.Row(key: $0, text: texts[$0], source: reader.sources[$0]) }
        guard let environment = texts[.environment].flatMap(RunEnvironment.init(rawValue:)),
            let pooler = texts[.databasePooler].flatMap(DatabasePooler.init(rawValue:)),
            let poolSize = texts[.databasePoolSize].flatMap(SettingRule.integer),
            let isHTTPEnabled = texts[.httpEnabled].flatMap(SettingRule.flag),
            let httpHost = texts[.httpHost], let httpAuth = texts[.httpAuth].flatMap(HTTPAuth.init(rawValue:)),
            let httpPort = texts[.httpPort].flatMap(SettingRule.integer), let http = HTTPSettings(texts),
            let graphQL = GraphQLSettings(texts),
            let logLevel = texts[.logLevel].flatMap(LogLevel.init(rawValue:)), let theme = texts[.theme],
            let isMouseEnabled = texts[.mouse].flatMap(SettingRule.flag),
            let isLinear = texts[.linear].flatMap(SettingRule.flag),
            let resumesLists = texts[.session].flatMap(SettingRule.flag),
            let showsAside = texts[.aside].flatMap(SettingRule.flag),
            let undoSeconds = texts[.undoTime].flatMap(SettingRule.integer),
            let language = texts[.language],
            let keys = texts[.keys],
            let currency = texts[.currency].flatMap(CurrencyCode.init)
        else { return nil }
        (self.environment, self.isHTTPEnabled, self.httpHost, self.httpPort, self.httpAuth) =
            (environment, isHTTPEnabled, httpHost, httpPort, httpAuth)
        (self.logLevel, self.theme, self.currency, databasePoolSize) = (logLevel, theme, currency, poolSize)
        (self.resumesLists, self.showsAside, undoTime) = (resumesLists, showsAside, .seconds(undoSeconds))
        (self.language, self.keys, self.isMouseEnabled, self.isLinear) = (language, keys, isMouseEnabled, isLinear)
        (self.http, self.graphQL) = (http, graphQL)
        (databaseURL, databaseDirect) = (texts[.databaseURL].map(Secret.init), texts[.databaseDirect].map(Secret.init))
        databasePooler = pooler
        databaseBinariesDirectory = texts[.databaseBinariesDirectory]
        dataDirectory = texts[.dataDirectory]
        docsDirectory = texts[.docsDirectory]
        logFile = texts[.logFile]
        assetsDirectory = texts[.assetsDirectory]
    }
}
