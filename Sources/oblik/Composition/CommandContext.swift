import EmbeddedPostgres
import Glibc
import Logging
import Settings

/// What every command stands on: the configuration, the log, the folders beside the program.
struct CommandContext: Sendable {
    let settings: Settings
    let assets: AssetDirectories
    let logger: Logger
    let log: LogFile
    /// Why nothing is logged, where the usual file can't be written and no other was asked for.
    let logTrouble: String?

    /// Where the records of a command go.
    enum LogTarget {
        /// The configured file: while a terminal is painted, nothing else may be written to it.
        case file
        /// The configured file if there is one, else standard error.
        case stderr
        /// As `stderr`, but only what a person at a command must know.
        case quiet
    }

    /// Reads the configuration and opens the log.
    ///
    /// - Throws: the faults of the configuration, all at once, or why the log can't be opened.
    init(_ options: GlobalOptions, log target: LogTarget) throws {
        let environment = ProcessEnvironment.current
        let (settings, assets) = try Self.configuration(options, environment)
        (self.settings, self.assets) = (settings, assets)
        let (log, trouble) = try Self.openLog(settings.logFile, target, environment)
        logTrouble = trouble
        let wanted = Logger.Level(rawValue: settings.logLevel.rawValue) ?? .info
        let level = target == .quiet && log.path == nil ? max(wanted, .warning) : wanted
        LoggingSystem.bootstrap { JSONLogHandler(label: $0, file: log, logLevel: level) }
        self.log = log
        logger = Logger(label: "oblik")
    }

    /// Opens the file that was asked for, or the usual one.
    ///
    /// An operator can work without a log: only a file that somebody has asked for stops the program.
    private static func openLog(
        _ path: String?, _ target: LogTarget, _ environment: [String: String]
    ) throws -> (LogFile, trouble: String?) {
        if let path { return (try LogFile(path: path), nil) }
        guard target == .file else { return (LogFile(), nil) }
        do {
            return (try LogFile(path: stateDirectory(environment) + "/oblik.log"), nil)
        } catch {
            return (try LogFile(path: "/dev/null"), "\(error)")
        }
    }

    /// Finds the folders beside the program, and reads the configuration, whose files are in one of them.
    static func configuration(
        _ options: GlobalOptions, _ environment: [String: String]
    ) throws -> (Settings, AssetDirectories) {
        let variable = environment[SettingKey.assetsDirectory.variable].flatMap { $0.isEmpty ? nil : $0 }
        let explicit = options.assetsDir ?? variable
        let assets = try AssetLocator(program: "oblik", explicit: explicit).find()
        let settings = try Settings.load(
            overrides: options.overrides, environment: environment, configDirectory: assets.config)
        return (settings, assets)
    }

    /// Where Oblik keeps what is not the shop's data: log and drafts (XDG Base Directory Specification).
    var stateDirectory: String { Self.stateDirectory(ProcessEnvironment.current) }

    /// Where `oblik docs install` puts the files of `/docs`, and where they are looked for.
    var docsDirectory: String { settings.docsDirectory ?? stateDirectory + "/docs-ui" }

    /// The private cluster that the configuration names.
    var cluster: EmbeddedCluster {
        let environment = ProcessEnvironment.current
        let location =
            settings.dataDirectory.map { ClusterLocation(base: $0) }
            ?? .default(name: "oblik", environment: environment)
        var options = ClusterOptions(name: "oblik", location: location, environment: environment)
        options.binariesDirectory = settings.databaseBinariesDirectory
        return EmbeddedCluster(options: options)
    }

    private static func stateDirectory(_ environment: [String: String]) -> String {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/oblik" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return "/tmp/oblik-\(getuid())" }
        return home + "/.local/state/oblik"
    }
}
