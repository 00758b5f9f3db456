/// A point in time, in microseconds since 1970-01-01 00:00 UTC: the resolution of `timestamptz`.
package struct Moment: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    package static func < (left: Moment, right: Moment) -> Bool { left.microseconds < right.microseconds }

    /// RFC 3339 in UTC with milliseconds: `2026-01-01T00:00:00.000Z`.
    package var description: String {
        let civil = self.civil(offsetSeconds: 0)
        let date = "\(pad(civil.year, 4))-\(pad(civil.month))-\(pad(civil.day))"
        let time = "\(pad(civil.hour)):\(pad(civil.minute)):\(pad(civil.second)).\(pad(civil.millisecond, 3))"
        return "\(date)T\(time)Z"
    }

    private func pad(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Moment {
    /// A date and a time of day, as clocks show them at some offset from UTC.
    package struct Civil: Hashable, Sendable {
        package var year, month, day, hour, minute, second, millisecond: Int
    }

    /// The date and time shown by a clock that is `offsetSeconds` ahead of UTC (proleptic Gregorian calendar).
    package func civil(offsetSeconds: Int) -> Civil {
        let local = microseconds + Int64(offsetSeconds) * 1_000_000
        let (days, ofDay) = floorDivide(local, 86_400_000_000)
        // Days are counted in eras of 400 years from 0000-03-01, so that the leap day is the last of its year.
        let (era, dayOfEra) = floorDivide(days + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let seconds = ofDay / 1_000_000
        return Civil(
            year: Int(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), month: Int(month),
            day: Int(dayOfYear - (153 * shifted + 2) / 5 + 1), hour: Int(seconds / 3600),
            minute: Int(seconds / 60 % 60), second: Int(seconds % 60), millisecond: Int(ofDay / 1000 % 1000))
    }

    /// The moment at which a clock `offsetSeconds` ahead of UTC shows `civil`; its fields are taken as they are.
    package init(_ civil: Civil, offsetSeconds: Int = 0) {
        let year = Int64(civil.month <= 2 ? civil.year - 1 : civil.year)
        let (era, yearOfEra) = floorDivide(year, 400)
        let month = Int64(civil.month)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + Int64(civil.day) - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        let seconds = days * 86_400 + Int64(civil.hour * 3600 + civil.minute * 60 + civil.second - offsetSeconds)
        self.init(microseconds: seconds * 1_000_000 + Int64(civil.millisecond) * 1000)
    }

    /// Reads RFC 3339 (`2026-01-01T10:00:00.5+02:00`, also a blank for `T`), or a date alone: its midnight in UTC.
    ///
    /// - Returns: `nil` for anything else, for days that do not exist, and years outside 0001…9999.
    package init?(_ text: some StringProtocol) {
        var reader = DigitReader(text.utf8)
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2), year >= 1, (1...12).contains(month),
            (1...Self.daysIn(month: month, year: year)).contains(day)
        else { return nil }
        var civil = Civil(year: year, month: month, day: day, hour: 0, minute: 0, second: 0, millisecond: 0)
        if reader.isAtEnd {
            self.init(civil)
            return
        }
        guard reader.skip("T") || reader.skip("t") || reader.skip(" "), let hour = reader.number(2), reader.skip(":"),
            let minute = reader.number(2), reader.skip(":"), let second = reader.number(2),
            hour < 24, minute < 60, second < 60, let micros = reader.fraction(), let offset = reader.offset(),
            reader.isAtEnd
        else { return nil }
        (civil.hour, civil.minute, civil.second) = (hour, minute, second)
        let whole = Moment(civil, offsetSeconds: offset)
        self.init(microseconds: whole.microseconds + Int64(micros))
    }

    private static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

/// Quotient and remainder rounded towards minus infinity, so that the remainder is never negative.
private func floorDivide(_ number: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

/// Takes fixed-width numbers and signs off the front of a text.
private struct DigitReader {
    private var rest: [UInt8]

    init(_ bytes: some Sequence<UInt8>) { rest = bytes.reversed() }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard let last = rest.last, UInt32(last) == scalar.value else { return false }
        rest.removeLast()
        return true
    }

    mutating func number(_ width: Int) -> Int? {
        var value = 0
        for _ in 0..<width {
            guard let digit = rest.last, (48...57).contains(digit) else { return nil }
            value = value * 10 + Int(digit) - 48
            rest.removeLast()
        }
        return value
    }

    /// `.` and up to nine digits, as microseconds (further digits are cut off); 0 where there is no point.
    mutating func fraction() -> Int? {
        guard skip(".") else { return 0 }
        var (value, digits) = (0, 0)
        while let digit = number(1) {
            if digits < 6 { value = value * 10 + digit }
            digits += 1
            if digits > 9 { return nil }
        }
        guard digits > 0 else { return nil }
        for _ in min(digits, 6)..<6 { value *= 10 }
        return value
    }

    /// `Z` or `±hh:mm`, as seconds.
    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign = skip("-") ? -1 : skip("+") ? 1 : 0
        guard sign != 0, let hours = number(2), skip(":"), let minutes = number(2), hours < 24, minutes < 60 else {
            return nil
        }
        return sign * (hours * 3600 + minutes * 60)
    }
}
