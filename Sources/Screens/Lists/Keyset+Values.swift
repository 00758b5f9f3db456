import Domain

/// Places of rows that are known already, so that a list can be read anew around any of them.
extension Keyset {
    init(_ text: String, _ id: Int64) { self.init(value: text, id: id) }

    init(_ number: Int64, _ id: Int64) { self.init(value: String(number), id: id) }

    init(_ money: Money, _ id: Int64) { self.init(value: money.description, id: id) }

    /// `timestamptz` keeps microseconds, and so must the place.
    init(_ moment: Moment, _ id: Int64) {
        // The remainder of a moment before 1970 is negative; a place needs the one that counts upwards.
        let remainder = moment.microseconds % 1_000_000
        let micros = remainder < 0 ? remainder + 1_000_000 : remainder
        let seconds = Moment(microseconds: moment.microseconds - micros).description.dropLast(5)
        self.init(value: "\(seconds).\(String(1_000_000 + micros).dropFirst())Z", id: id)
    }

    /// The place just before (or, in a falling list, just after) this row: a page that starts there includes it.
    func including(isDescending: Bool) -> Keyset {
        Keyset(value: value, second: second, id: isDescending ? id + 1 : id - 1)
    }
}
