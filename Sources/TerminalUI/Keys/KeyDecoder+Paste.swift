extension KeyDecoder {
    /// `ESC [ 201 ~`, which ends a bracketed paste.
    private static let endMark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

    mutating func beginPaste() {
        state = .paste
        matched = 0
        pasted = []
    }

    /// A byte of a paste.
    ///
    /// The end mark is told from text that begins like it by holding back what matches.
    mutating func paste(_ byte: UInt8) {
        if byte == Self.endMark[matched] {
            matched += 1
            if matched == Self.endMark.count {
                matched = 0
                endPaste()
                reset()
            }
            return
        }
        keep(Self.endMark[..<matched])
        matched = 0
        if byte == Self.endMark[0] {
            matched = 1
        } else {
            keep([byte])
        }
    }

    /// Hands the paste out as text: line breaks as \n, broken UTF-8 as replacements.
    mutating func endPaste() {
        keep(Self.endMark[..<matched])
        matched = 0
        if pasted.count == Self.maximumPaste { dropLastScalar() }
        let text = String(decoding: pasted, as: UTF8.self)
        pasted = []
        events.append(.paste(Self.withNewlines(text)))
    }

    /// Drops the last scalar beyond ASCII of a paste that was cut, since some of its bytes may be missing.
    private mutating func dropLastScalar() {
        while let last = pasted.last, last >= 0x80 {
            pasted.removeLast()
            if last >= 0xC0 { return }
        }
    }

    private mutating func keep(_ bytes: some Collection<UInt8>) {
        pasted.append(contentsOf: bytes.prefix(max(0, Self.maximumPaste - pasted.count)))
    }

    /// Terminals send a pasted line break as CR.
    private static func withNewlines(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var lastWasReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                result.append("\n")
            } else if !(scalar == "\n" && lastWasReturn) {
                result.append(scalar)
            }
            lastWasReturn = scalar == "\r"
        }
        return String(result)
    }
}
