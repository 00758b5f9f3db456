/// A day of the calendar, whatever the clocks of some place show: a count of days from 1970-01-01.
package struct CivilDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let number: Int64

    /// From 0001-01-01 to 9999-12-31.
    package static let range = CivilDay(number: -719_162)...CivilDay(number: 2_932_896)

    package init(number: Int64) { self.number = number }

    /// The day that a calendar shows at `moment`, `offsetSeconds` ahead of UTC.
    package init(_ moment: Moment, offsetSeconds: Int) {
        let micros = moment.microseconds + Int64(offsetSeconds) * 1_000_000
        let (days, rest) = micros.quotientAndRemainder(dividingBy: Self.microseconds)
        number = rest < 0 ? days - 1 : days
    }

    /// The day with this date; `nil` if the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let civil = Moment.Civil(year: year, month: month, day: day, hour: 0, minute: 0, second: 0, millisecond: 0)
        let moment = Moment(civil)
        // A day that the month lacks would be one of the next month.
        guard moment.civil(offsetSeconds: 0).day == day else { return nil }
        self.init(moment, offsetSeconds: 0)
    }

    /// When the day begins at a place `offsetSeconds` ahead of UTC.
    package func start(offsetSeconds: Int) -> Moment {
        Moment(microseconds: number * Self.microseconds - Int64(offsetSeconds) * 1_000_000)
    }

    /// Year, month and day.
    package var date: (year: Int, month: Int, day: Int) {
        let civil = start(offsetSeconds: 0).civil(offsetSeconds: 0)
        return (civil.year, civil.month, civil.day)
    }

    /// The days from Monday: 0 to 6.
    package var weekday: Int64 { (number % 7 + 10) % 7 }

    /// ISO 8601: `2026-01-15`.
    package var description: String { String(start(offsetSeconds: 0).description.prefix(10)) }

    package static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

    /// The day that is `days` later.
    package func advanced(by days: Int64) -> CivilDay { CivilDay(number: number + days) }

    private static let microseconds: Int64 = 86_400_000_000
}
