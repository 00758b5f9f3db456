package import Wording

/// Why views or places could not be kept.
package enum ListStoreError: Error, Hashable, Sendable {
    case system(FileRefusal)
    /// Another program is writing the file, and does not come to an end.
    case held(path: String)
    /// What stands in the file can be neither read nor put aside.
    case leftAlone(path: String)

    /// The sentence for the operator.
    package var phrase: Phrase {
        switch self {
        case .system(let refusal):
            "Kept until the program ends, no longer: \(refusal.call) \(refusal.path): \(refusal.reason)."
        case .held(let path): "Kept until the program ends, no longer: another program is writing \(path)."
        case .leftAlone(let path): "Kept until the program ends, no longer: \(path) can't be read, and is left alone."
        }
    }
}
