/// Something that comes from the terminal, in the order in which it happened.
public enum TerminalEvent: Hashable, Sendable {
    case key(KeyPress)
    /// Text pasted as one piece, up to 1 MiB of it, with its line breaks.
    case paste(String)
    case resize(Size)
    /// The terminal's window got or lost the keyboard.
    case focus(Bool)
    case mouse(MouseEvent)
    /// Somebody asked the program to stop for a while (SIGTSTP).
    case suspend
    /// The program goes on after a stop; everything was drawn over meanwhile.
    case resumed
    /// The terminal is gone: SIGHUP, or the end of its input.
    case hangup
    /// There is no more input, from a file or a pipe: the program ends once it has answered what came.
    case endOfInput
    /// Somebody asked the program to end: SIGTERM or SIGINT from outside.
    case terminate
}
