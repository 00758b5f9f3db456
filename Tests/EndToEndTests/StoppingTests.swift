import Glibc
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct StoppingTests {
        @Test("At SIGTERM under load requests are finished and streams end in order, and each order is there once")
        func underLoad() async throws {
            try await Shop.open { shop in
                let port = try TakenPort().number
                let server = Server(shop: shop, port: port)
                try await server.start()
                let load = try await Load(port: port, clients: 8)
                let clients = Task { try await load.run() }
                for _ in 0..<3 {
                    let stream = try await onThread {
                        let client = try TestClient(port: port)
                        try client.send(TestClient.head("GET /events?types=order.*"))
                        _ = try client.read(until: "\nid: ")
                        return client
                    }
                    try await load.waitForMore(10)
                    // A stream that is followed: how soon an event is told is not what is tested here.
                    _ = try await onThread { try stream.read(until: "event: order.created\n") }
                    #expect(try await server.stop() == 0)
                    // The last chunk: the server has ended the stream, and not cut it.
                    _ = try await onThread { try stream.read(until: "\r\n0\r\n\r\n") }
                    try await server.start()
                }
                try await load.waitForMore(10)
                load.stop()
                let answered = try await clients.value
                try await load.prove(answered, in: shop, atLeast: 40)
                #expect(try await server.stop() == 0)
                try await shop.waitUntilNothingRuns()
            }
        }

        @Test("With a certificate HTTPS is spoken, with HTTP/2 where the client can, and nothing older than TLS 1.2")
        func overTLS() async throws {
            try await Shop.open { shop in
                let pem = shop.folder + "/chain.pem"
                let made = try await shop.run(
                    "/usr/bin/env",
                    [
                        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", pem, "-out",
                        pem + ".crt",
                        "-days", "1", "-subj", "/CN=localhost",
                    ])
                #expect(made.code == 0, "\(made.errors)")
                let port = try TakenPort().number
                let child = try shop.start(
                    Shop.program, ["serve"],
                    [
                        "OBLIK_HTTP_PORT": "\(port)", "OBLIK_HTTP_TLS_CERTIFICATE": pem + ".crt",
                        "OBLIK_HTTP_TLS_KEY": pem,
                    ])
                try await eventually("it serves", seen: { child.errors }) {
                    child.errors.contains("Serving https://127.0.0.1:\(port)\n") ? () : nil
                }
                #expect(try await curl(shop, port, "--http2") == "2 200")
                #expect(try await curl(shop, port, "--http1.1") == "1.1 200")
                #expect(try await curl(shop, port, "--tls-max", "1.1") == "0 000")
                child.send(SIGTERM)
                #expect(try await child.end() == 0)
            }
        }

        @Test("Beyond this machine nothing is served without TLS, unless somebody says so")
        func refusesPlainText() async throws {
            try await Shop.open { shop in
                let refused = try await shop.oblik("serve", "--http-host", "0.0.0.0")
                #expect(refused.code != 0)
                #expect(refused.errors.contains("http.host (command line): leads beyond this machine"))
            }
        }

        /// The version of HTTP and the status of an answer.
        private func curl(_ shop: Shop, _ port: Int, _ options: String...) async throws -> String {
            let arguments = ["curl", "-sk", "-o", "/dev/null", "-w", "%{http_version} %{http_code}"]
            return try await shop.run(
                "/usr/bin/env", arguments + options + ["https://127.0.0.1:\(port)/products"]
            ).output
        }
    }
}
