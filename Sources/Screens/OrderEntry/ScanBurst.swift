import TerminalUI

/// Tells a scanner from a person by the time between keys: a scanner types a whole code and ends it with Enter or Tab
/// before a person has found the next key.
///
/// The times are handed in. Whoever takes something for a scan by this alone should have another way out: a program
/// that was stopped for a moment finds a person's keys as close to each other.
struct ScanBurst: Hashable, Sendable {
    /// The longest time between two keys of a scanner; people need 60 ms and more.
    static let gap = Duration.milliseconds(30)
    /// Characters of a code: fewer may be two hands at once, more are none.
    static let lengths = 4...64

    private(set) var text = ""
    private var last: ContinuousClock.Instant?

    /// Whether the press that was taken last may be the first one of a scan.
    var begins: Bool { text.unicodeScalars.count == 1 }

    /// Takes a press that came at `moment`; one whose time is not known belongs to no scan.
    /// - Returns: The code, where the press ends a scan.
    mutating func take(_ press: KeyPress, at moment: ContinuousClock.Instant?) -> String? {
        guard let moment else {
            (text, last) = ("", nil)
            return nil
        }
        let isFast = last.map { $0.duration(to: moment) <= Self.gap } ?? false
        last = moment
        if press == KeyPress(.enter) || press == KeyPress(.tab) {
            defer { text = "" }
            return isFast && Self.lengths.contains(text.unicodeScalars.count) ? text : nil
        }
        guard let scalar = press.character, !scalar.properties.isWhitespace else {
            text = ""
            return nil
        }
        if !isFast { text = "" }
        // What is longer than a code is not taken for its end.
        if text.unicodeScalars.count <= Self.lengths.upperBound { text.unicodeScalars.append(scalar) }
        return nil
    }
}
