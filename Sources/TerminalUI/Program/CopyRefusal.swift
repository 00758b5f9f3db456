/// Why a text was not put on the clipboard.
public enum CopyRefusal: Error, Hashable, Sendable {
    /// It has more bytes than terminals take.
    case tooLong(limit: Int)
    /// Terminals of this type have no clipboard that programs can write to.
    case noClipboard(term: String)
    /// The terminal is gone, or in other hands.
    case away
}
