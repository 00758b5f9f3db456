public import Wording

/// One thing that can be done: the single source for dispatch, footer, help and palette.
public struct Command<ID: Hashable & Sendable>: Sendable {
    /// What the model gets to know.
    public let id: ID
    /// What it does, for help and palette.
    public let title: Phrase
    /// The presses that do it, the one to show first.
    public let keys: [KeyPress]
    /// A word for the footer; nil keeps the command out of it.
    public let hint: Phrase?
    /// The heading it stands under in help.
    public let group: Phrase

    /// A command with presses as values.
    public init(id: ID, title: Phrase, keys: [KeyPress], hint: Phrase? = nil, group: Phrase = "") {
        self.id = id
        self.title = title
        self.keys = keys
        self.hint = hint
        self.group = group
    }

    /// A command with presses as text, parted by spaces: `"f10 ctrl+s"`.
    ///
    /// - Precondition: Every press can be read; this form is for tables written in code.
    public init(_ id: ID, _ title: Phrase, keys: String = "", hint: Phrase? = nil, group: Phrase = "") {
        let presses = keys.split(separator: " ").map { name in
            guard let press = KeyPress(String(name)) else {
                preconditionFailure("The command \"\(title.english)\" names a key that does not exist: \(name)")
            }
            return press
        }
        self.init(id: id, title: title, keys: presses, hint: hint, group: group)
    }
}
