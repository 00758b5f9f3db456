/// The demo shop that an empty database offers.
enum DemoShop {
    static func fill(_ database: ShopDatabase, _ report: @escaping @Sendable (String) -> Void) async throws -> String {
        throw NotOpenYet()
    }
}
