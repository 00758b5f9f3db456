import ArgumentParser
import Glibc

/// Takes a password from whoever runs a command: unseen from a terminal, or the first line of standard input.
///
/// Never from an argument, which others can read in the list of processes.
enum PasswordPrompt {
    private static let maximumByteCount = 4096

    /// A new password; at a terminal it is asked for twice.
    /// - Throws: `ValidationError` if the two differ; exit code 130 after ^C.
    static func newPassword() throws -> String {
        guard isatty(STDIN_FILENO) == 1 else { return try firstLine() }
        let password = try ask("New password: ")
        guard try ask("Once more: ") == password else { throw ValidationError("The two are not the same.") }
        return password
    }

    private static func firstLine() throws -> String {
        var bytes: [UInt8] = []
        while bytes.count <= maximumByteCount, let byte = nextByte(), byte != UInt8(ascii: "\n") { bytes.append(byte) }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return try text(bytes)
    }

    private static func ask(_ question: String) throws -> String {
        var saved = termios()
        tcgetattr(STDIN_FILENO, &saved)
        var silent = saved
        // Keys come one by one, ^C among them: a program that died here would leave the terminal without echo.
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved) }
        Console.ask(question)
        defer { Console.complain("") }
        var bytes: [UInt8] = []
        while bytes.count <= maximumByteCount {
            switch nextByte() {
            case 3, nil: throw ExitCode(130)
            case 4 where bytes.isEmpty: throw ExitCode(130)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 4: return try text(bytes)
            case 8, 127: removeLastCharacter(&bytes)
            case 21: bytes = []
            case let byte?: bytes.append(byte)
            }
        }
        return try text(bytes)
    }

    /// Removes the last character of UTF-8, all of its bytes.
    private static func removeLastCharacter(_ bytes: inout [UInt8]) {
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
    }

    private static func text(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ValidationError("The password is not UTF-8 text.")
        }
        return text
    }

    private static func nextByte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            if count < 0 && errno == EINTR { continue }
            return nil
        }
    }
}
