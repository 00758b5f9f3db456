/// A point in time as `timestamptz` keeps it: whole microseconds, without a time zone.
public struct PostgresTimestamp: Hashable, Sendable, Comparable {
    /// Microseconds since 1970-01-01 00:00 UTC; the largest and the smallest `Int64` are PostgreSQL's `infinity` and
    /// `-infinity`.
    public var microsecondsSince1970: Int64

    /// The moment so many microseconds after 1970-01-01 00:00 UTC.
    public init(microsecondsSince1970: Int64) { self.microsecondsSince1970 = microsecondsSince1970 }

    /// Later than every moment.
    public static let infinity = PostgresTimestamp(microsecondsSince1970: .max)
    /// Earlier than every moment.
    public static let minusInfinity = PostgresTimestamp(microsecondsSince1970: .min)

    /// In the order of time.
    public static func < (left: Self, right: Self) -> Bool {
        left.microsecondsSince1970 < right.microsecondsSince1970
    }
}

/// The microseconds from 1970-01-01, where Swift counts from, to 2000-01-01, where PostgreSQL does.
private let epochDistance: Int64 = 946_684_800_000_000
private let timestampTypes: [UInt32] = [1184]

extension PostgresTimestamp: SQLDecodable {
    /// `timestamptz`.
    public static var sqlTypes: [UInt32] { timestampTypes }

    /// Reads microseconds since 2000-01-01.
    public init?(sqlBytes: UnsafeRawBufferPointer) {
        guard let microseconds = Int64(bigEndianBytes: sqlBytes) else { return nil }
        switch microseconds {
        case .max, .min: self.init(microsecondsSince1970: microseconds)
        default:
            let (shifted, overflows) = microseconds.addingReportingOverflow(epochDistance)
            guard !overflows else { return nil }
            self.init(microsecondsSince1970: shifted)
        }
    }
}

extension PostgresTimestamp: SQLEncodable, CustomStringConvertible {
    /// As ``description``, which PostgreSQL reads under every `DateStyle` and `TimeZone`.
    public var sqlText: String? { description }

    /// ISO 8601 in UTC, such as `2026-11-22T18:10:50.000123Z`; years before 1 as PostgreSQL writes them, with `BC`.
    public var description: String {
        if self == .infinity { return "infinity" }
        if self == .minusInfinity { return "-infinity" }
        let (days, ofDay) = floorDivide(microsecondsSince1970, by: 86_400_000_000)
        let date = civilDate(daysSince1970: days)
        let seconds = ofDay / 1_000_000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }.joined(separator: ":")
        let year = date.year > 0 ? date.year : 1 - date.year
        let day = [padded(year, to: 4), padded(date.month, to: 2), padded(date.day, to: 2)].joined(separator: "-")
        return "\(day)T\(clock).\(padded(ofDay % 1_000_000, to: 6))Z" + (date.year > 0 ? "" : " BC")
    }
}

/// The date of the proleptic Gregorian calendar so many days after 1970-01-01.
///
/// Years are counted from March, so that the leap day ends its year, and in cycles of 400 years (146 097 days).
private func civilDate(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (cycle, dayOfCycle) = floorDivide(days + 719_468, by: 146_097)
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfCycle + 400 * cycle + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
}

private func floorDivide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

private func padded(_ value: Int64, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
