import Glibc
import JSON
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct ServingTests {
        @Test("Whatever is killed or frozen under load, each order that was answered is there once and whole")
        func kills() async throws {
            try await Shop.open { shop in
                // A fixed port, since the program is started anew under its clients' feet.
                let port = try TakenPort().number
                let server = Server(shop: shop, port: port)
                try await server.start()
                let load = try await Load(port: port, clients: 8)
                let clients = Task { try await load.run() }
                for target in Server.Target.allCases {
                    for _ in 0..<FaultProfile.sized(quick: 2, nightly: 40) {
                        try await load.waitForMore(5)
                        try await server.kill(target)
                    }
                }
                try await load.waitForMore(20)
                load.stop()
                let answered = try await clients.value
                try await load.prove(answered, in: shop, atLeast: 50)
                #expect(try await server.stop() == 0)
                try await shop.waitUntilNothingRuns()
            }
        }

        @Test("Where a commit does not wait for the disk, orders that were answered die with the server")
        func needsTheDisk() async throws {
            try await Shop.open { shop in
                let port = try TakenPort().number
                let server = Server(shop: shop, port: port)
                try await server.start()
                let load = try await Load(port: port, clients: 4)
                for setting in ["synchronous_commit = off", "bgwriter_lru_maxpages = 0", "checkpoint_timeout = '1d'"] {
                    _ = try await shop.psql("ALTER SYSTEM SET \(setting)")
                }
                _ = try await shop.psql("SELECT pg_reload_conf(); CHECKPOINT")
                // Nobody else writes down what sessions have left in memory.
                try server.holdWriter()
                let clients = Task { try await load.run() }
                try await load.waitForMore(20)
                load.stop()
                let answered = try await clients.value
                #expect(try await Load.losses(of: answered) { try await shop.psql($0) } == [])
                try await server.kill(.postmaster)
                let losses = try await Load.losses(of: answered) { try await shop.psql($0) }
                #expect(losses.count >= 20)
                #expect(losses.allSatisfy { $0.contains("was answered") }, "\(losses)")
                #expect(try await server.stop() == 0)
                try await shop.waitUntilNothingRuns()
            }
        }

        @Test("Documents of a directory are named by their hashes, and nothing else is answered where that is wished")
        func documents() async throws {
            try await Shop.open { shop in
                let directory = shop.folder + "/documents"
                let variables = ["OBLIK_GRAPHQL_DOCUMENTS": directory, "OBLIK_GRAPHQL_ONLY": "true"]
                // Without the directory there is no server that would refuse everything.
                let failed = try await shop.run(Shop.program, ["serve"], variables)
                #expect(failed.code != 0)
                #expect(failed.errors.contains("\(directory) can't be read"))
                #expect(mkdir(directory, 0o755) == 0)
                #expect(Files.write("{ __typename }", to: directory + "/type.graphql"))
                let child = try shop.start(Shop.program, ["serve"], variables)
                let port = try await child.port()
                func ask(_ body: String) async throws -> JSONValue {
                    let response = try await onThread {
                        try TestClient(port: port).request(
                            "POST", "/graphql", headers: [("Content-Type", "application/json")], body: Array(body.utf8))
                    }
                    return try JSONValue(parsing: String(decoding: response.body, as: UTF8.self))
                }
                let hash = "7f56e67dd21ab3f30d1ff8b7bed08893f0a0db86449836189b361dd1e56ddb4b"
                let known = try await ask(
                    #"{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"\#(hash)"}}}"#)
                #expect(known == ["data": ["__typename": "Query"]])
                let other = try await ask(#"{"query":"{ users { totalCount } }"}"#)
                #expect(other["errors"]?[0]?["extensions"]?["code"] == "DOCUMENT_NOT_ALLOWED")
                child.send(SIGTERM)
                #expect(try await child.end() == 0)
                try await shop.waitUntilNothingRuns()
            }
        }

        @Test("Without a terminal the program says so, serves, and ends at SIGTERM")
        func noTerminal() async throws {
            try await Shop.open { shop in
                let child = try shop.start()
                let port = try await child.port()
                #expect(child.errors.hasPrefix("No terminal on standard input and output: serving HTTP only."))
                #expect(child.output.isEmpty)
                let health = try await onThread { try TestClient(port: port).request("GET", "/health") }
                #expect(health.status == 200)
                child.send(SIGTERM)
                #expect(try await child.end() == 0)
                try await shop.waitUntilNothingRuns()
            }
        }
    }
}
