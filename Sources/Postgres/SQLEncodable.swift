/// A value that can be a parameter of a statement.
public protocol SQLEncodable: Sendable {
    /// The value in PostgreSQL's text format; `nil` is NULL.
    var sqlText: String? { get }
}

extension String: SQLEncodable {
    /// The text itself; a NUL in it can't be sent (``PostgresError/Kind/unencodable``).
    public var sqlText: String? { self }
}

extension Bool: SQLEncodable {
    /// `t` or `f`.
    public var sqlText: String? { self ? "t" : "f" }
}

extension Int: SQLEncodable {
    /// Decimal digits.
    public var sqlText: String? { String(self) }
}

extension Int64: SQLEncodable {
    /// Decimal digits.
    public var sqlText: String? { String(self) }
}

extension Int32: SQLEncodable {
    /// Decimal digits.
    public var sqlText: String? { String(self) }
}

extension Int16: SQLEncodable {
    /// Decimal digits.
    public var sqlText: String? { String(self) }
}

extension Double: SQLEncodable {
    /// The shortest digits that read back as the same number; `NaN`, `Infinity`, `-Infinity`.
    public var sqlText: String? {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
        return description
    }
}

extension Optional: SQLEncodable where Wrapped: SQLEncodable {
    /// The value's text, or NULL.
    public var sqlText: String? { self?.sqlText }
}
