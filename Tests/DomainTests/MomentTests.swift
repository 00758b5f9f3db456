import Testing

@testable import Domain

@Suite struct MomentTests {
    @Test(
        "RFC 3339 is read with any offset, and a date alone is its midnight in UTC",
        arguments: [
            ("2026-01-01", "2026-01-01T00:00:00.000Z"), ("2026-01-01T02:00:00+02:00", "2026-01-01T00:00:00.000Z"),
            ("1999-12-31T23:59:59.9999Z", "1999-12-31T23:59:59.999Z"),
            ("2024-02-29 12:00:00Z", "2024-02-29T12:00:00.000Z"),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"),
        ])
    func reads(text: String, canonical: String) {
        #expect(Moment(text)?.description == canonical)
    }

    @Test(
        "Days that do not exist and unfinished texts are refused",
        arguments: [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026-01-01T", "2026-01-01T24:00:00Z",
            "2026-01-01T10:00:00", "2026-01-01T10:00:00.Z", "2026-01-01T10:00:00+2:00", "", "yesterday", "0000-01-01",
            "2026-01-01T10:00:00Z ",
        ])
    func refuses(text: String) {
        #expect(Moment(text) == nil)
    }

    @Test("Every day of 400 years has its date, and every date its day")
    func calendar() {
        var expected = Moment.Civil(year: 1900, month: 1, day: 1, hour: 6, minute: 30, second: 15, millisecond: 250)
        var moment = Moment(expected)
        for _ in 0..<146_097 {
            #expect(moment.civil(offsetSeconds: 0) == expected)
            #expect(Moment(expected) == moment)
            moment = Moment(microseconds: moment.microseconds + 86_400_000_000)
            expected = next(expected)
        }
    }

    private func next(_ civil: Moment.Civil) -> Moment.Civil {
        var next = civil
        let isLeap = civil.year % 4 == 0 && (civil.year % 100 != 0 || civil.year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        next.day += 1
        if next.day > lengths[civil.month - 1] { (next.day, next.month) = (1, civil.month + 1) }
        if next.month > 12 { (next.month, next.year) = (1, civil.year + 1) }
        return next
    }
}
