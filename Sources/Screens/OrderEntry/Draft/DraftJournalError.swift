package import Wording

/// Why a draft could not be kept.
package enum DraftJournalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There are as many drafts as the journal keeps.
    case full(limit: Int)
    /// The draft is larger than a file of the journal may be.
    case tooLarge
    /// Another program has the draft open.
    case held
    /// The operating system refused; `reason` is its sentence.
    case system(call: String, path: String, reason: String)

    init(_ refusal: FileRefusal) {
        self = .system(call: refusal.call, path: refusal.path, reason: refusal.reason)
    }

    /// One sentence for the operator.
    package var description: String { phrase.english }

    /// The sentence in the operator's language.
    package var phrase: Phrase {
        switch self {
        case .full(let limit): "The draft is not kept: there are \(limit) drafts already."
        case .tooLarge: "The draft is not kept: it is too large."
        case .held: "The draft is open in another terminal."
        case .system(let call, let path, let reason): "The draft is not kept: \(call) \(path): \(reason)."
        }
    }
}
