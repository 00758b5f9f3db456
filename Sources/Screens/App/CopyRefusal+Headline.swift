import TerminalUI
import Wording

extension CopyRefusal {
    /// The refusal in one line, for the operator.
    var headline: Phrase {
        switch self {
        case .tooLong(let limit): "That is too long for a clipboard, which takes \(limit) bytes. Export it instead."
        case .noClipboard(let term): "This terminal (\(term)) has no clipboard that programs can write to."
        case .away: "The terminal is away."
        }
    }
}
