import Synchronization

/// Holds the database once it is open, for those who come later: the demo shop, and the end of the program.
final class OpenShop: Sendable {
    private let slot = Mutex<ShopDatabase?>(nil)

    func set(_ database: ShopDatabase) { slot.withLock { $0 = database } }

    /// The open database.
    /// - Throws: ``NotOpenYet``.
    var database: ShopDatabase {
        get throws {
            guard let database = slot.withLock({ $0 }) else { throw NotOpenYet() }
            return database
        }
    }

    /// Closes what is open.
    func close() async { await slot.withLock { $0.take() }?.close() }
}

/// Somebody asked for the database before there was one.
struct NotOpenYet: Error, CustomStringConvertible {
    var description: String { "The database is not open yet." }
}
