extension KeyPress {
    /// The press of the same physical key on a Latin layout, for letters of the Ukrainian and Russian ones.
    ///
    /// Only for looking up commands; text is always taken as it was typed.
    public var latin: KeyPress {
        guard case .character(let scalar) = key, let latin = Self.latinByCyrillic[scalar] else { return self }
        return KeyPress(.character(latin), modifiers)
    }

    /// ЙЦУКЕН to QWERTY by place, Ukrainian and Russian together, small letters and capitals.
    private static let latinByCyrillic: [Unicode.Scalar: Unicode.Scalar] = {
        let rows: [(String, String)] = [
            ("йцукенгшщзхї", "qwertyuiop[]"), ("фівапролджє", "asdfghjkl;'"), ("ячсмитьбю", "zxcvbnm,."),
            ("ъыэёґ", "]s'`\\"),
            ("ЙЦУКЕНГШЩЗХЇ", "QWERTYUIOP{}"), ("ФІВАПРОЛДЖЄ", "ASDFGHJKL:\""), ("ЯЧСМИТЬБЮ", "ZXCVBNM<>"),
            ("ЪЫЭЁҐ", "}S\"~|"), ("№", "#"),
        ]
        var map: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (cyrillic, latin) in rows {
            for (from, to) in zip(cyrillic.unicodeScalars, latin.unicodeScalars) { map[from] = to }
        }
        return map
    }()
}
