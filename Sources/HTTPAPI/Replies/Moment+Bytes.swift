import Domain
import Glibc

extension Moment {
    /// The time now.
    static var now: Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }

    /// Appends RFC 3339 in UTC with milliseconds, without making a `String`: a page of orders has 100 of them.
    func append(to bytes: inout [UInt8]) {
        let civil = self.civil(offsetSeconds: 0)
        Self.append(civil.year, 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Self.append(civil.month, 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Self.append(civil.day, 2, to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        Self.appendTime(civil, to: &bytes)
        bytes.append(UInt8(ascii: "."))
        Self.append(civil.millisecond, 3, to: &bytes)
        bytes.append(UInt8(ascii: "Z"))
    }

    /// The form of the `Date` header (RFC 9110 section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
    var httpDate: String {
        let civil = self.civil(offsetSeconds: 0)
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (day, ofDay) = microseconds.quotientAndRemainder(dividingBy: 86_400_000_000)
        // 1 January 1970 was a Thursday; a division rounds towards it from both sides.
        let weekday = Int((day - (ofDay < 0 ? 1 : 0)) % 7)
        var bytes = Array("\(weekdays[weekday < 0 ? weekday + 7 : weekday]), ".utf8)
        Self.append(civil.day, 2, to: &bytes)
        bytes += Array(" \(months[civil.month - 1]) ".utf8)
        Self.append(civil.year, 4, to: &bytes)
        bytes.append(UInt8(ascii: " "))
        Self.appendTime(civil, to: &bytes)
        bytes += Array(" GMT".utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func appendTime(_ civil: Civil, to bytes: inout [UInt8]) {
        append(civil.hour, 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(civil.minute, 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(civil.second, 2, to: &bytes)
    }

    /// Appends a number of at least `width` digits, from the first digit on.
    private static func append(_ number: Int, _ width: Int, to bytes: inout [UInt8]) {
        // Nearly all are two digits: months, days, hours, minutes and seconds.
        if width == 2, number < 100 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / 10))
            return bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
        }
        var unit = 1
        for _ in 1..<width { unit *= 10 }
        while number / unit >= 10 { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
            unit /= 10
        }
    }
}
