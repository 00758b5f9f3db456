/// The bytes that put a text on the clipboard of the terminal's own machine: OSC 52 of "XTerm Control Sequences".
public enum Clipboard {
    /// The most bytes of a text, in UTF-8; xterm, tmux and others drop longer ones without a word.
    public static let maximumBytes = 100_000

    /// What stands between the program and the terminal, and has to be passed through.
    public enum Passage: Hashable, Sendable {
        case none
        /// tmux takes the sequence itself with `set-clipboard on`, and hands it on with `allow-passthrough on`;
        /// nobody can ask it which, so it is sent both ways.
        case tmux
        /// GNU screen hands on what comes in strings of at most 768 bytes.
        case screen
    }

    /// The sequence for a text.
    public static func sequence(for text: String, through passage: Passage) -> [UInt8] {
        let plain = Array("\u{1B}]52;c;".utf8) + base64(text.utf8) + [0x07]
        switch passage {
        case .none: return plain
        case .tmux:
            let doubled = plain.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
            return plain + Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
        case .screen:
            let pieces = stride(from: 0, to: plain.count, by: 512).map { plain[$0..<min($0 + 512, plain.count)] }
            return pieces.flatMap { Array("\u{1B}P".utf8) + $0 + Array("\u{1B}\\".utf8) }
        }
    }

    /// RFC 4648, section 4.
    static func base64(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
        var rest = bytes[...]
        while !rest.isEmpty {
            let group = rest.prefix(3)
            rest = rest.dropFirst(3)
            let value = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let isFilling = place > group.count
                encoded.append(isFilling ? 0x3D : alphabet[Int(value >> UInt32(18 - 6 * place) & 63)])
            }
        }
        return encoded
    }
}
