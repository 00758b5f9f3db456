/// What a filter needs to know of the time: which day it is, and where.
package struct FilterCalendar: Hashable, Sendable {
    package let today: CivilDay
    /// How far the shop's clocks are ahead of UTC.
    package let offsetSeconds: Int

    package init(now: Moment, offsetSeconds: Int) {
        (today, self.offsetSeconds) = (CivilDay(now, offsetSeconds: offsetSeconds), offsetSeconds)
    }

    /// The words for days that move on; a week begins on Monday.
    static let words = ["today", "yesterday", "week", "month"]

    /// The first moment of the days that `text` names, as ``days(_:)`` reads them, and the first one behind them.
    package func moments(_ text: String) -> Range<Moment>? {
        guard let days = days(text), let first = days.lower, let last = days.upper else { return nil }
        return first.start(offsetSeconds: offsetSeconds)..<last.advanced(by: 1).start(offsetSeconds: offsetSeconds)
    }

    /// The days that `text` names: a word of ``words``, `2026`, `2026-01`, `2026-01-15` or `15.01.2026`.
    package func days(_ text: String) -> FilterRange<CivilDay>? {
        switch text.lowercased() {
        case "today": return FilterRange(today, today)
        case "yesterday": return FilterRange(today.previous, today.previous)
        case "week":
            let monday = today.advanced(by: -today.weekday)
            return FilterRange(monday, monday.advanced(by: 6))
        case "month": return month(today.date.year, today.date.month)
        default: return date(text)
        }
    }

    private func date(_ text: String) -> FilterRange<CivilDay>? {
        let isDayFirst = text.contains(".")
        let parts = text.split(separator: isDayFirst ? "." : "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (48...57).contains($0) } && part.utf8.count <= 4 ? Int(part) : nil
        }
        guard numbers.count == parts.count, let year = isDayFirst ? numbers.last : numbers.first,
            (isDayFirst ? parts.last : parts.first)?.count == 4
        else { return nil }
        switch (numbers.count, isDayFirst) {
        case (1, false):
            guard let first = CivilDay(year: year, month: 1, day: 1) else { return nil }
            return FilterRange(first, CivilDay(year: year, month: 12, day: 31))
        case (2, false): return month(year, numbers[1])
        case (3, _):
            let day = CivilDay(year: year, month: numbers[1], day: isDayFirst ? numbers[0] : numbers[2])
            return day.map { FilterRange($0, $0) }
        default: return nil
        }
    }

    private func month(_ year: Int, _ month: Int) -> FilterRange<CivilDay>? {
        guard let first = CivilDay(year: year, month: month, day: 1) else { return nil }
        // The first of a month is 28 to 31 days before the next one's.
        let next = first.advanced(by: 31)
        return FilterRange(first, next.advanced(by: -Int64(next.date.day)))
    }
}
