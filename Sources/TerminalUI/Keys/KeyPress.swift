/// One press: a key and the modifiers held with it.
public struct KeyPress: Hashable, Sendable {
    /// The key.
    public let key: Key
    /// What was held with it.
    public let modifiers: Modifiers

    /// A press, in the one form that equal presses have: `shift` with a letter is the capital, `control` with
    /// a letter is the small one, and F13 to F24 are F1 to F12 with shift.
    public init(_ key: Key, _ modifiers: Modifiers = []) {
        switch key {
        case .character(let scalar):
            let properties = scalar.properties
            var scalar = scalar
            if modifiers.contains(.control) {
                scalar = properties.lowercaseMapping.unicodeScalars.first ?? scalar
                self.modifiers = scalar == " " ? modifiers : modifiers.subtracting(.shift)
            } else {
                if modifiers.contains(.shift) {
                    scalar = properties.uppercaseMapping.unicodeScalars.first ?? scalar
                }
                self.modifiers = modifiers.subtracting(.shift)
            }
            self.key = .character(scalar)
        case .function(let number) where number > 12 && number <= 24:
            self.key = .function(number - 12)
            self.modifiers = modifiers.union(.shift)
        default:
            self.key = key
            self.modifiers = modifiers
        }
    }

    /// The scalar to insert into text, or nil when the press is a command rather than text.
    public var character: Unicode.Scalar? {
        guard case .character(let scalar) = key, modifiers.isEmpty else { return nil }
        return scalar
    }
}
