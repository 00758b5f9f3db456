package import Domain
package import Wording

/// How amounts, numbers and moments are written on the screen.
package struct Format: Hashable, Sendable {
    /// The sign behind an amount: `₴`, or the currency's code where it has no sign of its own.
    package let currencySign: String
    /// How far the clock on the wall is ahead of UTC.
    package let utcOffsetSeconds: Int
    /// What the screens say, and how its numbers and days are written.
    package let language: Language

    /// Amounts in `currency`, an ISO 4217 code such as `UAH`; moments at that distance from UTC.
    package init(currency: String = "UAH", utcOffsetSeconds: Int = 0, language: Language = .english) {
        currencySign = Self.signs[currency] ?? currency
        self.utcOffsetSeconds = utcOffsetSeconds
        self.language = language
    }

    private static let signs = [
        "UAH": "₴", "EUR": "€", "USD": "$", "GBP": "£", "PLN": "zł", "CZK": "Kč", "JPY": "¥", "GEL": "₾", "KZT": "₸",
        "TRY": "₺", "ILS": "₪", "INR": "₹",
    ]

    /// Which day it is for the words of a filter.
    var calendar: FilterCalendar { FilterCalendar(now: WallClock.now, offsetSeconds: utcOffsetSeconds) }

    /// An amount without its currency, the digits in groups of three: `1 250.00`.
    package func amount(_ money: Money) -> String {
        let (units, cents) = money.minor.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = money.minor < 0 ? "-" : ""
        return "\(sign)\(language.digits(Int(units)))\(language.decimalMark)\(Self.padded(Int(cents)))"
    }

    /// An amount with its currency: `1 250.00 ₴`.
    package func money(_ money: Money) -> String { "\(amount(money)) \(currencySign)" }

    /// A percentage with its sign: `12.5 %`.
    package func percent(_ percent: Percent) -> String { "\(number(percent)) %" }

    /// A percentage under a heading that has the sign, with no more decimals than it needs: `12.5`.
    package func number(_ percent: Percent) -> String {
        percent.shortText.split(separator: ".").joined(separator: language.decimalMark)
    }

    /// A whole number, the digits in groups of three: `1 204 000`.
    package func count(_ number: Int) -> String { language.digits(number) }

    /// A change of a number, with its sign: `+1 200`.
    package func change(_ number: Int) -> String { "\(number > 0 ? "+" : "")\(count(number))" }

    /// Day and time as the clock on the wall showed them: `2026-11-22 13:58`.
    package func dateTime(_ moment: Moment) -> String {
        let civil = moment.civil(offsetSeconds: utcOffsetSeconds)
        return "\(day(civil)) \(Self.padded(civil.hour)):\(Self.padded(civil.minute))"
    }

    /// A day of the calendar: `2026-11-22`.
    package func date(_ day: CivilDay) -> String { self.day(day.start(offsetSeconds: 0).civil(offsetSeconds: 0)) }

    /// The time as the clock on the wall showed it: `13:58:04`.
    package func time(_ moment: Moment) -> String {
        let civil = moment.civil(offsetSeconds: utcOffsetSeconds)
        return "\(Self.padded(civil.hour)):\(Self.padded(civil.minute)):\(Self.padded(civil.second))"
    }

    /// The time without its seconds: `13:58`.
    package func timeOfDay(_ moment: Moment) -> String { String(time(moment).prefix(5)) }

    /// The day as the calendar on the wall showed it: `2026-11-22`.
    package func date(_ moment: Moment) -> String { day(moment.civil(offsetSeconds: utcOffsetSeconds)) }

    private func day(_ civil: Moment.Civil) -> String {
        let (year, month) = (Self.padded(civil.year, 4), Self.padded(civil.month))
        return switch language.dayOrder {
        case .yearFirst: "\(year)-\(month)-\(Self.padded(civil.day))"
        case .dayFirst: "\(Self.padded(civil.day)).\(month).\(year)"
        }
    }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
