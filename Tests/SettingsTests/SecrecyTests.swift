import Testing

@testable import Settings

@Suite struct SecrecyTests {
    private static let url = "postgresql://oblik:hunter2@db/oblik"

    private func load(_ url: String) throws -> Settings {
        try Settings.load(overrides: ["database.url": url], environment: [:], configDirectory: nil)
    }

    @Test("The database's URL can be used and is never shown")
    func hides() throws {
        let settings = try load(Self.url)
        #expect(settings.databaseURL?.reveal() == Self.url)
        var dumped = ""
        dump(settings, to: &dumped)
        for text in [settings.describe(), "\(settings)", String(reflecting: settings), dumped] {
            #expect(!text.contains("hunter2"))
        }
        #expect(settings.describe().contains("database.url"))
        #expect(settings.describe().contains(Secret.placeholder))
    }

    @Test("A fault about a secret does not quote it")
    func hidesFaults() throws {
        let error = #expect(throws: SettingsError.self) { try load("hunter2") }
        let text = try #require(error).description
        #expect(text.contains("database.url (command line): must be a postgresql:// URL"))
        #expect(!text.contains("hunter2"))
        #expect(!String(reflecting: error).contains("hunter2"))
    }

    @Test("A file that others can read may not hold a secret, and one that is closed may")
    func checksMode() throws {
        let files = [".env.local": "OBLIK_DATABASE_URL=\(Self.url)\n"]
        try ScratchDirectory.run(files, mode: 0o644) { scratch throws in
            let error = #expect(throws: SettingsError.self) {
                try Settings.load(overrides: [:], environment: [:], configDirectory: scratch.path)
            }
            #expect(error?.description.contains("chmod 600") == true)
            #expect(error?.description.contains("hunter2") == false)
        }
        try ScratchDirectory.run(files, mode: 0o600) { scratch in
            let settings = try Settings.load(overrides: [:], environment: [:], configDirectory: scratch.path)
            #expect(settings.databaseURL?.reveal() == Self.url)
        }
    }

    @Test("A fault about a name shows the name and not the value")
    func hidesUnknown() throws {
        let error = #expect(throws: SettingsError.self) {
            try Settings.load(overrides: [:], environment: ["OBLIK_DATABASE_URI": "hunter2"], configDirectory: nil)
        }
        let text = try #require(error).description
        #expect(
            text.contains(
                "OBLIK_DATABASE_URI (environment): there is no such setting; did you mean OBLIK_DATABASE_URL?"))
        #expect(!text.contains("hunter2"))
    }
}
