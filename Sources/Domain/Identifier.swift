/// The number of one `Entity`: numbers of users and products cannot be mixed up.
package struct Identifier<Entity>: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The primary key, 1 or more for every stored row.
    package let value: Int64

    package init(_ value: Int64) { self.value = value }

    package var description: String { String(value) }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
