public import Wording

/// A theme file that can't be used, with the place of the fault.
public struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was given.
    public let file: String
    /// The line, from 1; nil when the fault is the file's as a whole.
    public let line: Int?
    /// The column, from 1; nil without a line.
    public let column: Int?
    /// The key at fault, such as "role.title.fg"; nil when the file isn't TOML.
    public let key: String?
    /// What is wrong, as a sentence.
    public let reason: Phrase

    /// One line for the operator.
    ///
    /// Such as `themes/dark.toml:4:9: role.title.fg: "#12" is no colour.`
    public var description: String { phrase.english }

    /// The same in the operator's language.
    public var phrase: Phrase {
        var place = file
        if let line, let column { place += ":\(line):\(column)" }
        if let key { place += ": \(key)" }
        return "\(place): \(reason)"
    }
}
