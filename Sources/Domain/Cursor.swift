/// A place in a list as a client carries it: opaque, and good only for the list that it was made for.
///
/// The bytes are a version, a direction, the id, the sorted value behind its length, the second value where the list
/// has one, and a checksum over all of them together with the list's path, sort and filter.
package struct Cursor: Equatable {
    /// On which side of the place the page lies.
    package enum Direction: UInt8 {
        case after = 1
        case before = 2
    }

    package let direction: Direction
    package let place: Keyset

    private static let version: UInt8 = 2
    private static let checksumSize = 8
    private static let fixedSize = 2 + 8 + 2

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
        let value = Array(place.value.utf8)
        bytes += [UInt8(truncatingIfNeeded: value.count >> 8), UInt8(truncatingIfNeeded: value.count)] + value
        if let second = place.second { bytes += [1] + Array(second.utf8) }
        return Base64URL.encode(bytes + Self.bytes(of: Self.checksum(bytes, list)))
    }

    package init(_ direction: Direction, _ place: Keyset) { (self.direction, self.place) = (direction, place) }

    /// Reads a cursor; nil if it is damaged or belongs to another list.
    package init?(_ text: String, for list: String) {
        guard let all = Base64URL.decode(text), all.count >= Self.fixedSize + Self.checksumSize else { return nil }
        let bytes = Array(all.dropLast(Self.checksumSize))
        let checksum = Self.bytes(of: Self.checksum(bytes, list))
        guard Array(all.suffix(Self.checksumSize)) == checksum, bytes[0] == Self.version,
            let direction = Direction(rawValue: bytes[1])
        else { return nil }
        let id = bytes[2..<10].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let end = Self.fixedSize + (Int(bytes[10]) << 8 | Int(bytes[11]))
        guard end <= bytes.count, let value = Self.text(bytes[Self.fixedSize..<end]) else { return nil }
        var second: String?
        if end < bytes.count {
            second = Self.text(bytes[(end + 1)...])
            if second == nil || bytes[end] != 1 { return nil }
        }
        self.init(direction, Keyset(value: value, second: second, id: Int64(bitPattern: id)))
    }

    /// The text in the bytes; nil for what no column could hold.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }

    private static func bytes(of number: UInt64) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }

    /// No secret is needed, since a cursor grants nothing that a filter could not ask for.
    private static func checksum(_ bytes: [UInt8], _ list: String) -> UInt64 {
        Checksum.of(Array(list.utf8) + [0] + bytes)
    }
}

extension Keyset {
    /// Whether the values could have come from these sorted columns, so that a forged cursor is refused where it is
    /// read and not by a cast in the database.
    package func isPlausible(sortedBy column: String, _ secondColumn: String? = nil) -> Bool {
        guard Self.isPlausible(value, in: column), (second != nil) == (secondColumn != nil) else { return false }
        return zip([second].compactMap(\.self), [secondColumn].compactMap(\.self)).allSatisfy(Self.isPlausible)
    }

    private static func isPlausible(_ value: String, in column: String) -> Bool {
        switch column {
        case "id", "stock": Int64(value).map(String.init) == value
        case "price", "total": Money(value)?.description == value
        // PostgreSQL writes `2026-01-01 10:00:00.5+00`: with the minutes of the offset that is RFC 3339.
        case "createdAt": Moment("\(value):00") != nil
        default: true
        }
    }
}
