import Glibc

/// The standard streams of a command.
///
/// Text is made safe for terminals, since names come from the database.
enum Console {
    /// Whether a person sits at both ends: keys come from a terminal, pictures go to one.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Writes a line to standard output.
    static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    /// Writes a line to standard error.
    static func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// Writes a question to standard error, where the answer is to be typed behind it.
    static func ask(_ question: String) { write(question, to: STDERR_FILENO) }

    /// Writes over the last line of a terminal on standard error; nothing where there is none.
    static func progress(_ text: String) {
        if isatty(STDERR_FILENO) == 1 { write("\r\u{1B}[K", text, to: STDERR_FILENO) }
    }

    /// Clears the line of ``progress(_:)``.
    static func endProgress() {
        if isatty(STDERR_FILENO) == 1 { write("\r\u{1B}[K", "", to: STDERR_FILENO) }
    }

    private static func write(_ text: String, to descriptor: Int32) { write("", text, to: descriptor) }

    private static func write(_ control: String, _ text: String, to descriptor: Int32) {
        let bytes = Array((control + safe(text)).utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            // The reader has gone: what it does not want to see is not an error.
            if count < 0 { return }
            written += count
        }
    }

    /// `text` with every control character but the line end and the tab replaced, so that no name moves the cursor.
    private static func safe(_ text: String) -> String {
        let isClean = text.unicodeScalars.allSatisfy { !isControl($0) }
        if isClean { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }
}
