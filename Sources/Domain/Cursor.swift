/// A place in a list as a client carries it: opaque, and good only for the list that it was made for.
///
/// The bytes are a version, a direction, the id, the sorted value, and a checksum over all of them together with
/// the list's path, sort and filter.
package struct Cursor: Equatable {
    /// On which side of the place the page lies.
    package enum Direction: UInt8 {
        case after = 1
        case before = 2
    }

    package let direction: Direction
    package let place: Keyset

    private static let version: UInt8 = 1
    private static let checksumSize = 8
    private static let fixedSize = 2 + 8

    /// The position in a list request that the cursor stands for.
    package var position: PagePosition {
        switch direction {
        case .after: .after(place)
        case .before: .before(place)
        }
    }

    /// The text of the cursor, bound to `list`.
    package func encoded(for list: String) -> String {
        var bytes = [Self.version, direction.rawValue] + Self.bytes(of: UInt64(bitPattern: place.id))
        bytes += Array(place.value.utf8)
        return Base64URL.encode(bytes + Self.bytes(of: Self.checksum(bytes, list)))
    }

    package init(_ direction: Direction, _ place: Keyset) { (self.direction, self.place) = (direction, place) }

    /// Reads a cursor; nil if it is damaged or belongs to another list.
    package init?(_ text: String, for list: String) {
        guard let all = Base64URL.decode(text), all.count >= Self.fixedSize + Self.checksumSize else { return nil }
        let bytes = Array(all.dropLast(Self.checksumSize))
        let checksum = Self.bytes(of: Self.checksum(bytes, list))
        guard Array(all.suffix(Self.checksumSize)) == checksum, bytes[0] == Self.version,
            let direction = Direction(rawValue: bytes[1]),
            let value = String(validating: bytes[Self.fixedSize...], as: UTF8.self), !value.utf8.contains(0)
        else { return nil }
        let id = bytes[2..<Self.fixedSize].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        self.init(direction, Keyset(value: value, id: Int64(bitPattern: id)))
    }

    private static func bytes(of number: UInt64) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }

    /// FNV-1a with 64 bits: it finds accidents and mix-ups.
    ///
    /// It keeps no secret, since a cursor grants nothing that
    /// a filter could not ask for.
    private static func checksum(_ bytes: [UInt8], _ list: String) -> UInt64 {
        (Array(list.utf8) + [0] + bytes).reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension Keyset {
    /// Whether the values could have come from these sorted columns, so that a forged cursor is refused where it is
    /// read and not by a cast in the database.
    package func isPlausible(sortedBy column: String) -> Bool {
        switch column {
        case "id", "stock": Int64(value).map(String.init) == value
        case "price", "total": Money(value)?.description == value
        // PostgreSQL writes `2026-01-01 10:00:00.5+00`: with the minutes of the offset that is RFC 3339.
        case "createdAt": Moment("\(value):00") != nil
        default: true
        }
    }
}
