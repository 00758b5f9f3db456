package import Domain

/// How order entry writes amounts and times.
package struct OrderEntryFormat: Sendable {
    /// The currency's sign, behind totals.
    package var currency: String
    package var decimalMark: String
    /// Between groups of three digits.
    package var groupMark: String
    /// The clock's distance from UTC.
    package var utcOffsetSeconds: Int

    package init(
        currency: String = "₴", decimalMark: String = ",", groupMark: String = " ", utcOffsetSeconds: Int = 0
    ) {
        (self.currency, self.decimalMark, self.groupMark) = (currency, decimalMark, groupMark)
        self.utcOffsetSeconds = utcOffsetSeconds
    }

    /// An amount without its currency: `1 250,00`.
    package func amount(_ money: Money) -> String {
        let (units, cents) = money.minor.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = money.minor < 0 ? "-" : ""
        return "\(sign)\(grouped(String(units)))\(decimalMark)\(cents < 10 ? "0" : "")\(cents)"
    }

    /// An amount with its currency: `1 250,00 ₴`.
    package func total(_ money: Money) -> String { currency.isEmpty ? amount(money) : "\(amount(money)) \(currency)" }

    /// A whole number: `1 000`.
    package func count(_ number: Int) -> String { (number < 0 ? "-" : "") + grouped(String(number.magnitude)) }

    /// A number with what it counts: `1 line`, `2 lines`.
    package func counted(_ number: Int, _ noun: String) -> String {
        "\(count(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// The time of day, `14:02`, with its date where that isn't the day of `now`.
    package func time(_ moment: Moment, now: Moment? = nil) -> String {
        let civil = moment.civil(offsetSeconds: utcOffsetSeconds)
        let time = "\(pad(civil.hour)):\(pad(civil.minute))"
        guard let today = now?.civil(offsetSeconds: utcOffsetSeconds),
            (today.year, today.month, today.day) != (civil.year, civil.month, civil.day)
        else { return time }
        return "\(civil.year)-\(pad(civil.month))-\(pad(civil.day)) \(time)"
    }

    /// The time of day to the second: `14:02:40`.
    package func clock(_ moment: Moment) -> String {
        "\(time(moment)):\(pad(moment.civil(offsetSeconds: utcOffsetSeconds).second))"
    }

    private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func grouped(_ digits: String) -> String {
        guard digits.count > 3, !groupMark.isEmpty else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { text += groupMark }
            text.append(digit)
        }
        return text
    }
}
