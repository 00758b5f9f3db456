import Domain
import Synchronization

/// Bytes that are made when they are first asked for, with the tag of their state.
final class LazyDocument: Sendable {
    private let made = Mutex<(bytes: [UInt8], tag: String)?>(nil)

    func get(_ make: () -> [UInt8]) -> (bytes: [UInt8], tag: String) {
        made.withLock { made in
            if let made { return made }
            let bytes = make()
            let new = (bytes: bytes, tag: Checksum.text(of: bytes))
            made = new
            return new
        }
    }
}
