import JSON
import Synchronization
import TestSupport
import Testing

/// Clients that place orders without end, each again with the same key until it is answered.
final class Load: Sendable {
    private let port: Int
    private let clients: Int
    private let customer: Int64
    private let products: [Int64]
    private let answered = Mutex<[String: Int64]>([:])
    private let isStopped = Mutex(false)

    /// Makes a customer and goods that don't run out.
    init(port: Int, clients: Int) async throws {
        (self.port, self.clients) = (port, clients)
        customer = try await Self.create("/users", #"{"name":"Load"}"#, port)
        var products: [Int64] = []
        for number in 1...5 {
            let product = #"{"sku":"P-\#(number)","name":"P","price":"1.10","stock":100000}"#
            products.append(try await Self.create("/products", product, port))
        }
        self.products = products
    }

    /// Runs the clients until ``stop()``.
    ///
    /// - Returns: The order that was answered for each key.
    func run() async throws -> [String: Int64] {
        await withDiscardingTaskGroup { group in
            for client in 0..<clients { group.addTask { await self.order(client) } }
        }
        return answered.withLock { $0 }
    }

    func stop() { isStopped.withLock { $0 = true } }

    /// Waits until so many more orders have been answered.
    func waitForMore(_ count: Int) async throws {
        let goal = answered.withLock { $0.count } + count
        try await eventually("\(count) more orders are answered") {
            answered.withLock { $0.count } >= goal ? () : nil
        }
    }

    private func order(_ client: Int) async {
        var number = 0
        while !isStopped.withLock({ $0 }) {
            number += 1
            await insist(key: "load-\(client)-\(number)")
        }
    }

    /// Sends one order until it is answered, or the load is stopped.
    private func insist(key: String) async {
        while !isStopped.withLock({ $0 }) {
            let response = try? await send(key: key)
            if let response, response.status == 201 || response.status == 200 {
                let order = (try? JSONValue(parsing: response.body))?["id"]?.intValue
                answered.withLock { $0[key] = order }
                return
            }
            // 503 and 409 tell a client to come again; anything else is a fault of the server.
            if let response { #expect([503, 409].contains(response.status), "\(response.text)") }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Sends the order of a key once; the same key always means the same, two products in either order.
    func send(key: String) async throws -> TestResponse {
        let number = key.utf8.reduce(0) { ($0 * 31 + Int($1)) % 1_000_003 }
        let first = number % products.count
        let second = (first + 1 + number / products.count % (products.count - 1)) % products.count
        let items = [first, second].map { #"{"productId":\#(products[$0]),"quantity":1}"# }
        let body = #"{"userId":\#(customer),"items":[\#(items.joined(separator: ","))]}"#
        return try await onThread { [port] in
            try TestClient(port: port).request(
                "POST", "/orders", headers: [("Content-Type", "application/json"), ("Idempotency-Key", key)],
                body: Array(body.utf8))
        }
    }

    private static func create(_ target: String, _ json: String, _ port: Int) async throws -> Int64 {
        let response = try await onThread {
            try TestClient(port: port).request(
                "POST", target, headers: [("Content-Type", "application/json")], body: Array(json.utf8))
        }
        #expect(response.status == 201)
        return try #require(try JSONValue(parsing: response.body)["id"]?.intValue)
    }
}
