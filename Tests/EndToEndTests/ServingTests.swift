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
