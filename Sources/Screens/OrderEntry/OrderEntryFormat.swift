package import Domain
package import Wording

/// How order entry writes amounts and times: as all screens do, and a few forms of its own.
package struct OrderEntryFormat: Hashable, Sendable {
    private let format: Format

    /// Amounts in `currency`, an ISO 4217 code or a sign; times at that distance from UTC.
    package init(currency: String = "UAH", utcOffsetSeconds: Int = 0) {
        self.init(Format(currency: currency, utcOffsetSeconds: utcOffsetSeconds))
    }

    /// As all screens write them.
    package init(_ format: Format) { self.format = format }

    /// An amount without its currency: `1 250,00`.
    package func amount(_ money: Money) -> String { format.amount(money) }

    /// An amount with its currency: `1 250,00 ₴`.
    package func total(_ money: Money) -> String { format.money(money) }

    /// A percentage: `12.5 %`.
    package func percent(_ percent: Percent) -> String { format.percent(percent) }

    /// A percentage without its sign: `12.5`.
    package func number(_ percent: Percent) -> String { format.number(percent) }

    /// A whole number: `1 000`.
    package func count(_ number: Int) -> String { format.count(number) }

    /// A number with what it counts: `1 line`, `2 lines`.
    package func counted(_ number: Int, _ noun: String) -> Phrase {
        "\(count: number, noun, noun + "s")"
    }

    /// The time of day, `14:02`, with its date where that isn't the day of `now`.
    package func time(_ moment: Moment, now: Moment? = nil) -> String {
        if let now, format.date(now) != format.date(moment) { return format.dateTime(moment) }
        let civil = moment.civil(offsetSeconds: format.utcOffsetSeconds)
        return "\(padded(civil.hour)):\(padded(civil.minute))"
    }

    /// The time of day to the second: `14:02:40`.
    package func clock(_ moment: Moment) -> String {
        "\(time(moment)):\(padded(moment.civil(offsetSeconds: format.utcOffsetSeconds).second))"
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
