import JSON
import TestSupport
import Testing

/// What an operator does all day.
extension Desk {
    /// From Home to a new customer, and back to Home.
    func createCustomer(_ name: String, phone: String = "", email: String = "") async throws {
        try await press("3", "F6")
        try await wait(for: "New customer")
        try await enter(name, phone)
        try await type(email)
        try await press("F10")
        try await wait(for: "Customer \(name) is saved")
        try await goHome()
    }

    /// From Home to a new product with its first receipt, and back to Home.
    func createProduct(_ code: String, _ name: String, price: String, receiving pieces: Int) async throws {
        try await press("4", "F6")
        try await wait(for: "New product")
        try await enter(code, name)
        try await type(price)
        try await press("F10")
        try await wait(for: "\(code) \(name) is saved")
        try await press("+")
        try await wait(for: "Stock of \(code)")
        try await type("\(pieces)")
        try await press("F10")
        try await wait(for: "\(code): now \(pieces) on hand")
        try await goHome()
    }

    /// A shop with a customer and three products, made by keys.
    func furnish() async throws {
        try await createCustomer("Олена Іваненко", phone: "+380501112233", email: "olena@example.com")
        try await createProduct("A-100", "Tea", price: "120.00", receiving: 10)
        try await createProduct("A-101", "Coffee", price: "245,50", receiving: 5)
        try await createProduct("B-1", "Cup", price: "42", receiving: 7)
    }

    /// Begins an order for the customer; the cursor stands where codes are typed.
    func beginOrder(for customer: String = "олен", named name: String = "Олена Іваненко") async throws {
        try await goHome()
        try await press("1")
        try await wait(for: "New order", "TOTAL")
        try await enter(customer)
        try await wait(for: "Customer  \(name)", "code, 2*code%5, name")
    }

    func goHome() async throws {
        try await press("S-F3")
        try await wait(for: "1 New order", "F3 Quit")
    }

    /// Leaves the program, and waits for the shell.
    func quit() async throws {
        try await goHome()
        try await press("F3")
        try await wait(until: "the shell is back") { $0.hasPrefix("desk>") || $0.contains("\ndesk>") }
    }

    /// Asks the listener.
    func get(_ target: String) async throws -> JSONValue {
        let port = try await port()
        let response = try await onThread { try TestClient(port: port).request("GET", target) }
        #expect(response.status == 200)
        return try JSONValue(parsing: response.body)
    }
}
