/// Why a terminal can't be opened.
public enum CursesError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Standard input or output is no terminal.
    case notATerminal
    /// The terminal's type can't place a cursor, so no screen can be drawn: TERM=dumb.
    case cannotAddressCursor(term: String)
    /// No type was found in the terminfo database, not even the common ones.
    case unknownTerminal(term: String)
    /// Another terminal is open in this process; ncurses has one.
    case alreadyOpen
    /// A system call has failed.
    case system(call: String, code: Int32)

    /// A sentence for the operator.
    public var description: String {
        switch self {
        case .notATerminal:
            "Standard input and output are no terminal."
        case .cannotAddressCursor(let term):
            "The terminal type \"\(term)\" can't place a cursor. Set TERM to what the terminal is."
        case .unknownTerminal(let term):
            "The terminal type \"\(term)\" is unknown, and so are xterm-256color, xterm and vt100."
        case .alreadyOpen:
            "A terminal is open already."
        case .system(let call, let code):
            "The terminal can't be opened: \(call) failed with error \(code)."
        }
    }
}
