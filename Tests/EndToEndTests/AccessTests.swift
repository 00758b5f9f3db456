import JSON
import TestSupport
import Testing

extension EndToEnd {
    /// Accounts and tokens from the command line, and what they open.
    @Suite struct AccessTests {
        private static let password = "three plain words"

        /// Runs a command with a password on its standard input.
        private func oblik(_ shop: Shop, _ arguments: String, password: String = Self.password) async throws -> Outcome
        {
            try await shop.run("/bin/sh", ["-c", "printf '%s\\n' \"$0\" | oblik \(arguments)", password])
        }

        @Test("An account and a token are made from the command line, and open HTTP until they are taken away")
        func tokens() async throws {
            try await Shop.open { shop in
                #expect(try await shop.oblik("db", "start").code == 0)
                let short = try await oblik(shop, "user add olena --role manager", password: "short")
                #expect(short.code == 1)
                #expect(short.errors.contains("at least 12 characters"))
                let added = try await oblik(shop, "user add olena --role manager --json")
                #expect(added.code == 0, "\(added.errors)")
                #expect(try JSONValue(parsing: Array(added.output.utf8))["role"] == "manager")
                #expect(try await oblik(shop, "user add Olena").code == 1)
                let made = try await shop.oblik(
                    "token", "create", "--user", "olena", "--name", "till", "--scope", "read")
                #expect(made.code == 0, "\(made.errors)")
                let token = String(made.output.prefix { $0 != "\n" })
                let server = try shop.start(Shop.program, ["serve", "--http-auth", "required"])
                let port = try await server.port()
                func status(_ target: String, _ token: String?) async throws -> Int {
                    try await onThread {
                        let headers = token.map { [("Authorization", "Bearer \($0)")] } ?? []
                        return try TestClient(port: port).request("GET", target, headers: headers).status
                    }
                }
                #expect(try await status("/products", nil) == 401)
                #expect(try await status("/health", nil) == 200)
                #expect(try await status("/products", token) == 200)
                #expect(try await status("/auth/sessions", token) == 403)
                #expect(try await oblik(shop, "user disable olena").code == 0)
                #expect(try await status("/products", token) == 401)
                #expect(try await oblik(shop, "user enable olena").code == 0)
                #expect(try await status("/products", token) == 200)
                let list = try await shop.oblik("token", "list", "--user", "olena", "--json")
                let id = try #require(
                    try JSONValue(parsing: Array(list.output.utf8)).arrayValue?.first?["id"]?.intValue)
                #expect(try await shop.oblik("token", "revoke", "\(id)").code == 0)
                #expect(try await status("/products", token) == 401)
                #expect(try await shop.oblik("user", "role", "olena", "nobody").code == 64)
                #expect(try await shop.oblik("user", "role", "olena", "viewer").code == 0)
                #expect(try await shop.oblik("user", "list").output.contains("olena  viewer  olena\n"))
                #expect(try await shop.oblik("user", "passwd", "nobody").code != 0)
                server.send(15)
                #expect(try await server.end() == 0)
                #expect(try await shop.oblik("db", "stop").code == 0)
            }
        }

        @Test("On another server the terminal asks who one is, says why not, and greys what the role can't do")
        func foreign() async throws {
            try await Shop.open { shop in
                #expect(try await shop.oblik("db", "start").code == 0)
                #expect(try await oblik(shop, "user add vera --role viewer --name 'Vera V'").code == 0)
                // Whoever uses the private PostgreSQL as their own stops it when they leave as the last.
                let url = try await shop.oblik("db", "url").output.split(separator: "\n").joined()
                let desk = try await Desk.open(shop)
                try await desk.type("clear; OBLIK_DATABASE_URL='\(url)' oblik --no-http")
                try await desk.press("Enter")
                try await desk.wait(for: "Log in", "Login", "Password")
                try await desk.enter("vera")
                try await desk.enter("wrong words here")
                let refused = try await desk.wait(for: "Login and password don't match.")
                #expect(!refused.contains("wrong words"))
                try await desk.type(Self.password)
                try await desk.wait(for: "*****************")
                try await desk.press("Enter")
                try await desk.wait(for: "1 New order", "Vera V@local")
                try await desk.press("1")
                try await desk.wait(for: "Your role (viewer) does not permit this.")
                // Home reads by itself a while after a change, and would tell before the key is pressed;
                // a list does not.
                try await desk.press("2")
                try await desk.wait(for: "› Orders")
                let disabled = try await shop.oblik("user", "disable", "vera", with: ["OBLIK_DATABASE_URL": url])
                #expect(disabled.code == 0, "\(disabled.errors)")
                try await desk.press("F5")
                try await desk.wait(for: "Your login has ended", "Password")
                try await desk.press("F3")
                try await desk.wait(for: "desk>")
                #expect(try await shop.oblik("db", "stop").code == 0)
            }
        }
    }
}
