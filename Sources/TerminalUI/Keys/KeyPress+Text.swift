extension KeyPress {
    /// Reads a press as configuration writes it: "ctrl+p", "f6", "?", "shift+tab", "alt+x", "space", "+".
    ///
    /// Names are read in any case, a single character exactly as it is.
    public init?(_ text: String) {
        var rest = Substring(text)
        var modifiers: Modifiers = []
        while let plus = rest.dropFirst().firstIndex(of: "+"), rest.index(after: plus) < rest.endIndex {
            guard let modifier = Self.modifierNames[rest[..<plus].lowercased()] else { return nil }
            modifiers.insert(modifier)
            rest = rest[rest.index(after: plus)...]
        }
        guard let key = Self.key(named: rest) else { return nil }
        self.init(key, modifiers)
    }

    /// How a footer names the press: "^P", "F6", "Shift-Tab", "Alt-x".
    public var label: String {
        var prefix = ""
        if modifiers.contains(.alt) { prefix += "Alt-" }
        if case .character(let scalar) = key, modifiers.contains(.control), scalar != " " {
            return prefix + "^" + scalar.properties.uppercaseMapping
        }
        if modifiers.contains(.control) { prefix += "Ctrl-" }
        if modifiers.contains(.shift) { prefix += "Shift-" }
        return prefix + key.label
    }

    /// The text that ``init(_:)`` reads as this press.
    public var name: String {
        var prefix = ""
        if modifiers.contains(.control) { prefix += "ctrl+" }
        if modifiers.contains(.alt) { prefix += "alt+" }
        if modifiers.contains(.shift) { prefix += "shift+" }
        return prefix + key.name
    }

    private static let modifierNames: [String: Modifiers] = [
        "ctrl": .control, "control": .control, "c": .control, "^": .control,
        "alt": .alt, "meta": .alt, "m": .alt, "shift": .shift, "s": .shift,
    ]

    private static func key(named name: Substring) -> Key? {
        let scalars = name.unicodeScalars
        if scalars.count == 1, let scalar = scalars.first {
            return CellWidth.of(scalar.value) > 0 ? .character(scalar) : nil
        }
        let lower = name.lowercased()
        if let key = Key.named[lower] { return key }
        guard lower.first == "f", let number = Int(lower.dropFirst()), 1...24 ~= number, lower.count <= 3 else {
            return nil
        }
        return .function(number)
    }
}
