/// A text that must not be shown: printing, dumping and describing it give a placeholder.
public struct Secret: Sendable, Hashable {
    private let value: String

    /// What is shown in the place of a secret.
    public static let placeholder = "‹secret›"

    /// Hides a text.
    public init(_ value: String) {
        self.value = value
    }

    /// The text itself, for the one place that uses it.
    public func reveal() -> String { value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The placeholder.
    public var description: String { Self.placeholder }

    /// The placeholder.
    public var debugDescription: String { Self.placeholder }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
