/// Which form of a word a number asks for (Unicode CLDR, plural rules of whole numbers).
public enum PluralRule: Hashable, Sendable {
    /// One, and all else.
    case english
    /// One (1, 21, 31), few (2 to 4, 22 to 24), and all else, 11 to 14 among them.
    case ukrainian

    /// The place of the form among a word's forms, from 0.
    func index(_ number: Int) -> Int {
        let count = number.magnitude
        switch self {
        case .english: return count == 1 ? 0 : 1
        case .ukrainian:
            let (last, lastTwo) = (count % 10, count % 100)
            if last == 1 && lastTwo != 11 { return 0 }
            return (2...4).contains(last) && !(12...14).contains(lastTwo) ? 1 : 2
        }
    }
}
