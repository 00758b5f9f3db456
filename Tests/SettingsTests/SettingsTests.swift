import Testing

@testable import Settings

@Suite struct SettingsTests {
    /// The faults of a load that must fail.
    private func faults(
        _ overrides: [String: String] = [:], _ environment: [String: String] = [:], file: String? = nil
    ) throws -> [String] {
        let error = #expect(throws: SettingsError.self) { try load(overrides, environment, file: file) }
        return try #require(error).faults.map(\.description)
    }

    private func load(
        _ overrides: [String: String] = [:], _ environment: [String: String] = [:], file: String? = nil,
        named name: String = ".env.local"
    ) throws -> Settings {
        try ScratchDirectory.run(file.map { [name: $0] } ?? [:]) { scratch in
            try Settings.load(overrides: overrides, environment: environment, configDirectory: scratch.path)
        }
    }

    @Test("Where nothing is set, the defaults hold")
    func defaults() throws {
        let settings = try Settings.load(overrides: [:], environment: [:], configDirectory: nil)
        #expect(settings.environment == .local)
        #expect(settings.databaseURL == nil && settings.databasePoolSize == 6)
        #expect(settings.databasePooler == .session && settings.databaseDirect == nil)
        #expect(settings.databaseBinariesDirectory == nil && settings.dataDirectory == nil)
        #expect(settings.isHTTPEnabled && settings.httpHost == "127.0.0.1" && settings.httpPort == 4000)
        #expect(settings.logFile == nil && settings.logLevel == .info)
        #expect(settings.theme == "dark" && settings.currency.description == "UAH")
        #expect(settings.isMouseEnabled && !settings.isLinear && settings.assetsDirectory == nil)
    }

    @Test("The command line wins over the environment, that over the file, and that over the default")
    func precedence() throws {
        let file = "OBLIK_HTTP_PORT=4001\nOBLIK_THEME=mono\nOBLIK_CURRENCY=EUR\n"
        let variables = ["OBLIK_HTTP_PORT": "4002", "OBLIK_THEME": "light"]
        let settings = try load(["http.port": "4003"], variables, file: file)
        #expect(settings.httpPort == 4003)
        #expect(settings.theme == "light")
        #expect(settings.currency.description == "EUR")
        #expect(settings.logLevel == .info)
    }

    @Test("Every key can be set in each place that it may stand in", arguments: SettingKey.allCases)
    func everyKey(key: SettingKey) throws {
        let text = try #require(Self.samples[key])
        // A key is nothing without its certificate, nor a list of documents without documents.
        let others: [String: String] =
            switch key {
            case .httpKey: ["http.tls.certificate": "/etc/oblik/chain.pem"]
            case .databasePooler: ["database.url": "postgresql:///x", "database.direct": "postgresql:///y"]
            case .databaseDirect: ["database.url": "postgresql:///x"]
            case .graphQLOnlyDocuments: ["graphql.documents": "/srv/documents"]
            default: [:]
            }
        func shown(_ settings: Settings) -> String? { settings.rows.first { $0.key == key.rawValue }?.value }
        let expected = key.specification.isSecret ? Secret.placeholder : text
        #expect(shown(try load(others.merging([key.rawValue: text]) { $1 })) == expected)
        #expect(shown(try load(others, [key.variable: text])) == expected)
        if key.specification.mayBeInFile {
            #expect(shown(try load(others, file: "\(key.variable)=\(text)")) == expected)
        } else {
            #expect(try faults(file: "\(key.variable)=\(text)").count == 1)
        }
    }

    private static let samples: [SettingKey: String] = [
        .environment: "local", .databaseURL: "postgresql:///x", .databasePoolSize: "3",
        .databasePooler: "transaction", .databaseDirect: "postgresql:///y",
        .databaseBinariesDirectory: "/opt/pg/bin", .dataDirectory: "/srv/x", .httpEnabled: "false",
        .httpHost: "127.0.0.2", .httpPort: "0", .httpAuth: "none", .httpCertificate: "/etc/oblik/chain.pem",
        .httpKey: "/etc/oblik/key.pem", .httpInsecure: "true", .httpOrigins: "https://a.example,http://b.example:81",
        .httpReadRate: "10", .httpWriteRate: "0", .httpLoopbackRate: "true", .httpTiming: "true",
        .httpAccessLog: "false", .logFile: "/tmp/x.log", .logLevel: "trace", .theme: "mono", .language: "uk",
        .keys: "vim", .mouse: "false", .linear: "true", .session: "false", .aside: "false",
        .undoTime: "60", .currency: "PLN", .docsDirectory: "/srv/docs",
        .graphQLStatuses: "2026-08", .graphQLDocuments: "/srv/documents", .graphQLOnlyDocuments: "true",
        .graphQLSeconds: "3",
        .assetsDirectory: "/srv/assets",
    ]

    @Test("A pooler of transactions needs a way past it, and a way past it something to pass")
    func poolers() throws {
        let expected = """
            database.pooler (command line): needs database.direct as well: announcements, migrations, imports and \
            backups need a session of their own, which a pooler of transactions can't lend
            """
        #expect(try faults(["database.url": "dbname=x", "database.pooler": "transaction"]) == [expected])
        #expect(
            try faults(["database.pooler": "transaction", "database.direct": "dbname=y"]) == [
                "database.direct (command line): needs database.url as well"
            ])
    }

    @Test("The environment's name decides which file is read")
    func choosesFile() throws {
        for name in ["local", "dev", "prod"] {
            #expect(try load(["env": name], file: "OBLIK_HTTP_PORT=1", named: ".env.\(name)").httpPort == 1)
            #expect(try load([:], ["OBLIK_ENV": name], file: "OBLIK_HTTP_PORT=1", named: ".env.\(name)").httpPort == 1)
        }
        #expect(try load(["env": "prod"], file: "OBLIK_HTTP_PORT=1", named: ".env.dev").httpPort == 4000)
    }

    @Test("Debug reads the file of dev, and logs debug messages unless the command line or environment says otherwise")
    func debugReadsDev() throws {
        let file = "OBLIK_HTTP_PORT=1\nOBLIK_LOG_LEVEL=error\n"
        let debug = try load(["env": "debug"], file: file, named: ".env.dev")
        #expect(debug.environment == .debug && debug.httpPort == 1 && debug.logLevel == .debug)
        #expect(try load(["env": "dev"], file: file, named: ".env.dev").logLevel == .error)
        let asked = try load(["env": "debug"], ["OBLIK_LOG_LEVEL": "warning"], file: file, named: ".env.dev")
        #expect(asked.logLevel == .warning)
    }

    @Test("All faults of all places are told at once, each with its name, place and rule")
    func allFaults() throws {
        let file = "OBLIK_CURRENCY=JPY\nOBLIK_THEMA=dark\nnonsense\nOBLIK_ENV=prod\n"
        let found = try faults(
            ["http.port": "70000", "http.prot": "1"], ["OBLIK_DATABASE_POOL_SIZE": "many", "OBLIK_LOG_LEVL": "info"],
            file: file)
        let expected = [
            "http.prot (command line): there is no such setting; did you mean http.port?",
            "http.port (command line): must be a whole number from 0 to 65535, not \"70000\"",
            "OBLIK_LOG_LEVL (environment): there is no such setting; did you mean OBLIK_LOG_LEVEL?",
            "OBLIK_DATABASE_POOL_SIZE (environment): must be a whole number from 1 to 32, not \"many\"",
            ".env.local:1): must be the ISO 4217 code of a currency with two decimals, such as UAH, not \"JPY\"",
            ".env.local:2): there is no such setting; did you mean OBLIK_THEME?",
            ".env.local:3: not of the form NAME=value",
            ".env.local:4): cannot be set in a file",
        ]
        for text in expected { #expect(found.contains { $0.contains(text) }, "\(text) in \(found)") }
        #expect(found.count == expected.count)
        let error = #expect(throws: SettingsError.self) { try load(["http.port": "x", "theme": "X"]) }
        #expect(try #require(error).description.hasPrefix("2 settings are wrong:\n  "))
    }

    @Test(
        "HTTP is served to this machine only, unless it speaks TLS or somebody says that it need not",
        arguments: [
            ("127.0.0.1", true), ("127.8.9.10", true), ("::1", true), ("localhost", true), ("0.0.0.0", false),
            ("192.168.0.1", false), ("127.0.0.1.evil.example", false), ("127.0.0.256", false), ("::", false),
        ])
    func loopbackOnly(host: String, isAllowed: Bool) throws {
        if isAllowed {
            #expect(try load(["http.host": host]).httpHost == host)
        } else {
            #expect(try faults(["http.host": host])[0].contains("leads beyond this machine"))
            for other in [["http.insecure": "true"], ["http.tls.certificate": "/etc/oblik/chain.pem"]] {
                #expect(try load(other.merging(["http.host": host]) { $1 }).httpHost == host)
            }
        }
    }

    @Test(
        "A login is asked for unless HTTP is this machine's alone, the shop too, and it is not run in earnest",
        arguments: [
            ("auto", "local", true, false), ("auto", "local", false, true), ("auto", "prod", true, true),
            ("required", "local", true, true), ("none", "prod", false, false),
        ])
    func asksForLogin(auth: String, env: String, isPrivate: Bool, asks: Bool) throws {
        let settings = try load(["http.auth": auth, "env": env])
        #expect(settings.httpNeedsLogin(isPrivateCluster: isPrivate) == asks)
    }

    @Test("GraphQL for known documents only needs documents")
    func onlyDocuments() throws {
        #expect(try faults(["graphql.only": "yes"])[0].contains("needs graphql.documents as well"))
        let settings = try load(["graphql.only": "yes", "graphql.documents": "/srv/documents"])
        #expect(settings.graphQL.answersOnlyDocuments)
    }

    @Test("A host is a name or an address, an origin has a scheme and a host and no path")
    func namesOfHosts() throws {
        for host in ["", "a b", "http://x", "x/y", String(repeating: "x", count: 254)] {
            #expect(try faults(["http.host": host])[0].contains("must be an address or name"))
        }
        #expect(
            try load(["http.origins": "https://Shop.example, http://b.example:81"])
                .http.origins == ["https://shop.example", "http://b.example:81"])
        for origins in ["", "shop.example", "https://shop.example/", "https://a.example,", "ftp://a.example"] {
            #expect(try faults(["http.origins": origins])[0].contains("must be origins"))
        }
    }

    @Test("A private key without a certificate is told")
    func keyAlone() throws {
        #expect(
            try faults(["http.tls.key": "/k.pem"]) == [
                "http.tls.key (command line): needs http.tls.certificate as well"
            ])
    }

    @Test("An empty variable counts as unset, an empty option does not")
    func emptyValues() throws {
        #expect(try load([:], ["OBLIK_HTTP_PORT": ""], file: "OBLIK_THEME=").httpPort == 4000)
        #expect(try faults(["http.port": ""]).count == 1)
    }

    @Test("Variables of other programs are nobody's business")
    func leavesOthers() throws {
        #expect(try load([:], ["HTTP_PORT": "1", "PATH": "/bin", "OBLIKE": "x"]).httpPort == 4000)
    }

    @Test("A message shows no control characters and no endless value")
    func safeMessages() throws {
        let found = try faults(["theme": "\u{1b}[2J" + String(repeating: "x", count: 5000)])
        #expect(!found[0].unicodeScalars.contains("\u{1b}"))
        #expect(found[0].count < 200)
    }
}
