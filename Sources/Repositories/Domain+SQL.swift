package import Domain
package import Postgres

// How the values of the domain travel to and from PostgreSQL.

extension Identifier: SQLEncodable {
    package var sqlText: String? { String(value) }
}

extension Identifier: SQLDecodable {
    package static var sqlTypes: [UInt32] { Int64.sqlTypes }

    package init?(sqlBytes: UnsafeRawBufferPointer) {
        guard let value = Int64(sqlBytes: sqlBytes) else { return nil }
        self.init(value)
    }
}

extension Money: SQLEncodable {
    package var sqlText: String? { description }
}

/// `numeric` with at most two decimals that fits ``Money``; anything else is refused, never rounded.
extension Money: SQLDecodable {
    package static var sqlTypes: [UInt32] { PostgresNumeric.sqlTypes }

    package init?(sqlBytes: UnsafeRawBufferPointer) {
        guard let minor = PostgresNumeric(sqlBytes: sqlBytes)?.scaled(to: 2) else { return nil }
        self.init(minor: minor)
    }
}

extension Percent: SQLEncodable {
    package var sqlText: String? { description }
}

/// `numeric` with at most two decimals from 0 to 100; anything else is refused, never rounded.
extension Percent: SQLDecodable {
    package static var sqlTypes: [UInt32] { PostgresNumeric.sqlTypes }

    package init?(sqlBytes: UnsafeRawBufferPointer) {
        guard let points = PostgresNumeric(sqlBytes: sqlBytes)?.scaled(to: 2) else { return nil }
        self.init(basisPoints: Int(points))
    }
}

extension Moment: SQLEncodable {
    package var sqlText: String? { PostgresTimestamp(microsecondsSince1970: microseconds).sqlText }
}

extension Moment: SQLDecodable {
    package static var sqlTypes: [UInt32] { PostgresTimestamp.sqlTypes }

    package init?(sqlBytes: UnsafeRawBufferPointer) {
        guard let timestamp = PostgresTimestamp(sqlBytes: sqlBytes) else { return nil }
        self.init(microseconds: timestamp.microsecondsSince1970)
    }
}

/// An enumeration that is stored as text with a CHECK, under its raw values.
package protocol StoredAsText: SQLEncodable, SQLDecodable, RawRepresentable where RawValue == String {}

extension StoredAsText {
    package var sqlText: String? { rawValue }

    package static var sqlTypes: [UInt32] { String.sqlTypes }

    package init?(sqlBytes: UnsafeRawBufferPointer) {
        guard let text = String(sqlBytes: sqlBytes) else { return nil }
        self.init(rawValue: text)
    }
}

extension OrderStatus: StoredAsText {}
extension Role: StoredAsText {}
extension StockReason: StoredAsText {}
