/// The settings: this table is the only place that knows them.
///
/// The raw value is the key; the variable is the key in capitals after `OBLIK_`, so `http.port` is
/// `OBLIK_HTTP_PORT`.
public enum SettingKey: String, Sendable, CaseIterable {
    /// What the program is started for.
    case environment = "env"
    /// The server that is used in the place of the private cluster.
    case databaseURL = "database.url"
    /// How long a pooler in front of that server lends its sessions.
    case databasePooler = "database.pooler"
    /// The same server past the pooler.
    case databaseDirect = "database.direct"
    /// How many connections the pool has.
    case databasePoolSize = "database.pool.size"
    /// The directory of PostgreSQL's server programs.
    case databaseBinariesDirectory = "database.bindir"
    /// The directory of the private cluster.
    case dataDirectory = "data.dir"
    /// Whether the HTTP listener runs.
    case httpEnabled = "http.enabled"
    /// The address of the HTTP listener.
    case httpHost = "http.host"
    /// The port of the HTTP listener.
    case httpPort = "http.port"
    /// When HTTP asks for a login.
    case httpAuth = "http.auth"
    /// The certificate of the HTTP listener.
    case httpCertificate = "http.tls.certificate"
    /// The private key of that certificate.
    case httpKey = "http.tls.key"
    /// Whether HTTP may be served to others without TLS.
    case httpInsecure = "http.insecure"
    /// The origins whose pages may use HTTP.
    case httpOrigins = "http.origins"
    /// Reading requests that a client has a minute.
    case httpReadRate = "http.rate.read"
    /// Writing requests that a client has a minute.
    case httpWriteRate = "http.rate.write"
    /// Whether clients on this machine have a quota, too.
    case httpLoopbackRate = "http.rate.loopback"
    /// Whether answers tell how long they took.
    case httpTiming = "http.timing"
    /// Whether each request has its line in the log.
    case httpAccessLog = "http.accesslog"
    /// Which statuses GraphQL over HTTP has.
    case graphQLStatuses = "graphql.statuses"
    /// The directory of the documents that clients may name by their hashes.
    case graphQLDocuments = "graphql.documents"
    /// Whether no other document is answered.
    case graphQLOnlyDocuments = "graphql.only"
    /// How long a request may be worked on.
    case graphQLSeconds = "graphql.seconds"
    /// The directory of the files that `oblik docs install` fetches.
    case docsDirectory = "docs.dir"
    /// The file that messages are logged to.
    case logFile = "log.file"
    /// From which severity on messages are logged.
    case logLevel = "log.level"
    /// The colours of the terminal.
    case theme
    /// The language of the screens.
    case language
    /// Which keys do what.
    case keys
    /// Whether clicks and the wheel are heard.
    case mouse
    /// Whether lines are written in the place of pictures.
    case linear
    /// Whether lists open as they were left.
    case session
    /// Whether records stand beside lists.
    case aside
    /// How long something that was done can be taken back.
    case undoTime = "undo.time"
    /// The currency of all amounts.
    case currency
    /// The directory with `themes`, `migrations` and `config`.
    case assetsDirectory = "assets.dir"

    /// The prefix of every variable.
    static let variablePrefix = "OBLIK_"

    /// The environment variable, which is also the name in a file.
    public var variable: String {
        Self.variablePrefix + String(rawValue.uppercased().map { $0 == "." ? "_" : $0 })
    }

    /// What the setting is for, when it is given, and what it must be.
    var specification: SettingSpecification {
        switch self {
        case .environment:
            .init(.choice(RunEnvironment.allCases.map(\.rawValue)), default: "local", "what the program runs for")
                .notInFile()
        case .databaseURL:
            .init(.connection, unset: "the private cluster", "another PostgreSQL server to use").secret()
        case .databasePooler:
            .init(
                .choice(DatabasePooler.allCases.map(\.rawValue)), default: "session",
                "how long a pooler at `database.url` lends a session: while a connection lasts, or for one transaction")
        case .databaseDirect:
            .init(
                .connection, unset: "`database.url`",
                "the same database past its pooler, for announcements, migrations, imports and backups"
            ).secret()
        case .databasePoolSize: .init(.integer(1...32), default: "6", "connections to the database")
        case .databaseBinariesDirectory:
            .init(.path, unset: "searched for", "directory of the server programs `postgres` and `initdb`")
        case .dataDirectory:
            .init(.path, unset: "`/var/lib/oblik` for root, else `~/.local/share/oblik`", "home of the private cluster")
        case .httpEnabled: .init(.flag, default: "true", "whether HTTP is served")
        case .httpHost:
            .init(.host, default: "127.0.0.1", "address that HTTP is served on; beyond this machine with TLS only")
        case .httpPort: .init(.integer(0...65_535), default: "4000", "port that HTTP is served on; 0 is any free one")
        case .httpAuth:
            .init(
                .choice(HTTPAuth.allCases.map(\.rawValue)), default: "auto",
                "when HTTP asks for a login; `auto`: unless it is served to this machine alone, from the private cluster, "
                    + "and not in `prod`; `none`: not on this machine, but always beyond it")
        case .httpCertificate:
            .init(.path, unset: "no TLS", "PEM file with the certificate and those that vouch for it")
        case .httpKey:
            .init(.path, unset: "the file of the certificate", "PEM file with the private key of the certificate")
        case .httpInsecure:
            .init(.flag, default: "false", "whether HTTP may be served beyond this machine without TLS")
        case .httpOrigins:
            .init(.origins, unset: "none", "origins whose pages may use HTTP from a browser, parted by commas")
        case .httpReadRate:
            .init(.integer(0...1_000_000), default: "3000", "reading requests a minute for one client; 0 is any number")
        case .httpWriteRate:
            .init(.integer(0...1_000_000), default: "600", "writing requests a minute for one client; 0 is any number")
        case .httpLoopbackRate:
            .init(.flag, default: "false", "whether clients on this machine are held to these numbers, too")
        case .httpTiming: .init(.flag, default: "false", "whether answers tell how long they took (Server-Timing)")
        case .httpAccessLog: .init(.flag, default: "true", "whether each request over HTTP has its line in the log")
        case .graphQLStatuses:
            .init(
                .choice(GraphQLStatusMode.allCases.map(\.rawValue)), default: "audit",
                "statuses of `/graphql`: those that the audit of graphql-http wants, or those of the draft of a month")
        case .graphQLDocuments:
            .init(.path, unset: "none", "directory of `.graphql` files, which clients may name by their SHA-256")
        case .graphQLOnlyDocuments:
            .init(.flag, default: "false", "whether `/graphql` answers no other documents than those")
        case .graphQLSeconds:
            .init(.integer(1...14), default: "10", "seconds that one request to `/graphql` may be worked on")
        case .docsDirectory:
            .init(.path, unset: "`docs-ui` beside the log", "directory of the installed files of `/docs`")
        case .logFile: .init(.path, unset: "the program's choice", "file that messages are logged to")
        case .logLevel:
            .init(.choice(LogLevel.allCases.map(\.rawValue)), default: "info", "least severity that is logged")
        case .theme: .init(.name, default: "dark", "colours of the terminal, a file in `themes`")
        case .language:
            .init(.choice(["auto", "en", "uk"]), default: "auto", "language of the screens; `auto` asks the locale")
        case .keys:
            .init(
                .choice(["auto", "classic", "modern", "vim"]), default: "auto",
                "preset of the keys; `auto` is what `config/keys.toml` says, else classic")
        case .mouse:
            .init(.flag, default: "true", "whether clicks and the wheel are heard; Shift selects text all the same")
        case .linear:
            .init(
                .flag, default: "false",
                "lines in the place of pictures, for screen readers; on by itself where `TERM` is dumb")
        case .session:
            .init(.flag, default: "true", "whether lists open as they were left: filter, sorts, columns and row")
        case .aside:
            .init(
                .flag, default: "true",
                "whether the record under the cursor stands beside lists from 110 columns on, until a key switches it")
        case .undoTime:
            .init(.integer(1...3600), default: "10", "seconds for which what was just done can be taken back")
        case .currency: .init(.currency, default: "UAH", "currency of all amounts")
        case .assetsDirectory:
            .init(.path, unset: "searched for", "directory with `themes`, `migrations` and `config`").notInFile()
        }
    }
}
