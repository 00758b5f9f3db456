import Domain

/// What is typed to jump in a list that is sorted by some column, and the place that it stands for: the first row at
/// or behind it.
enum JumpKind: Hashable, Sendable {
    case text, number, money
    /// A day, a month, a year or a word for them, as filters take them.
    case day
    /// A day or the number of a row, in a log, whose rows stand as they came.
    case log

    /// Sorts above every letter, so that a falling list begins with the names that begin so.
    private static let above = "\u{FFFF}"

    /// - Returns: `nil` for what is no value of this kind.
    func place(_ text: String, isDescending: Bool, _ calendar: FilterCalendar) -> Keyset? {
        // The number beyond all rows of the same value.
        let edge: Int64 = isDescending ? .max : 0
        return switch self {
        case .text: text.isEmpty ? nil : Keyset(isDescending ? text + Self.above : text, edge)
        case .number, .log: WholeNumber(text).map { Keyset(Int64($0.value), edge) }
        case .money: Money(text).map { Keyset($0, edge) }
        case .day: calendar.moments(text).map { Keyset(isDescending ? $0.upperBound : $0.lowerBound, edge) }
        }
    }
}
