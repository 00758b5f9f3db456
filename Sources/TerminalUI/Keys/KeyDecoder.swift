/// Turns the bytes of a terminal's keyboard into events.
///
/// It reads xterm's, the Linux console's and the VT220's forms side by side, whatever TERM says, because what
/// arrives depends on the terminal and on what stands between. The decoder takes one byte at a time and keeps
/// its place in between, so the same bytes give the same events however they were cut. Unknown sequences are
/// swallowed whole and never become text. Sources: ECMA-48, "XTerm Control Sequences" (ctlseqs), console_codes(4).
public struct KeyDecoder: Sendable {
    /// The most bytes of a paste that are kept; what comes beyond is dropped.
    public static let maximumPaste = 1 << 20
    /// The most bytes of a sequence's parameters that are kept; a longer one is swallowed.
    static let maximumParameters = 64

    enum State: Sendable {
        case ground
        /// After ESC.
        case escape
        /// After ESC O.
        case ss3
        /// After ESC [.
        case csi
        /// After ESC [ [, a function key of the Linux console.
        case console
        /// Within OSC, DCS, APC, PM or SOS, which end in BEL or ST.
        case string
        /// After an ESC within such a string.
        case stringEscape
        /// Within the three bytes of a mouse report in X10's form.
        case oldMouse(left: Int)
        /// Within a scalar of UTF-8 that lacks some bytes.
        case scalar(left: Int, value: UInt32, minimum: UInt32)
        /// Between the marks of a bracketed paste.
        case paste
    }

    var state = State.ground
    /// Alt belongs to the scalar that is being read.
    var hasAlt = false
    var parameters: [UInt8] = []
    var pasted: [UInt8] = []
    /// Bytes of the end mark seen so far.
    var matched = 0
    var events: [TerminalEvent] = []

    private let escapeDelay: Duration

    /// A decoder at rest; `escapeDelay` is how long a lone ESC waits for what may belong to it.
    public init(escapeDelay: Duration = .milliseconds(25)) {
        self.escapeDelay = escapeDelay
    }

    /// Takes bytes and gives the events that are complete.
    public mutating func feed(_ bytes: [UInt8]) -> [TerminalEvent] {
        events = []
        for byte in bytes { take(byte) }
        defer { events = [] }
        return events
    }

    /// How long to wait for more bytes before ``flush()``; nil when nothing is half done.
    ///
    /// A lone Escape shows only by what doesn't follow it. A paste is given up after a second of silence, lest
    /// a lost end mark swallow the keyboard.
    public var patience: Duration? {
        switch state {
        case .ground: nil
        case .paste: .seconds(1)
        default: escapeDelay
        }
    }

    /// Ends what is half done, because nothing has followed for the time of ``patience``.
    public mutating func flush() -> [TerminalEvent] {
        events = []
        switch state {
        case .escape: press(.escape)
        case .csi where parameters.isEmpty: press(.character("["), .alt)
        case .ss3 where parameters.isEmpty: press(.character("O"), .alt)
        // Alt with P, X, ], ^ or _ begins like a string.
        case .string where parameters.count == 1: press(.character(Unicode.Scalar(parameters[0])), .alt)
        case .scalar: broken()
        case .paste: endPaste()
        default: break
        }
        reset()
        defer { events = [] }
        return events
    }

    /// One byte's step; every state leads on with every byte, so nothing can stick or trap.
    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: ground(byte)
        case .escape: escape(byte)
        case .ss3: ss3(byte)
        case .csi: csi(byte)
        case .console: console(byte)
        case .string, .stringEscape: string(byte)
        case .oldMouse(let left): state = left > 1 ? .oldMouse(left: left - 1) : .ground
        case .scalar(let left, let value, let minimum): scalar(byte, left, value, minimum)
        case .paste: paste(byte)
        }
    }

    mutating func reset() {
        state = .ground
        hasAlt = false
        parameters.removeAll(keepingCapacity: true)
    }

    mutating func press(_ key: Key, _ modifiers: Modifiers = []) {
        events.append(.key(KeyPress(key, modifiers)))
    }

    private mutating func string(_ byte: UInt8) {
        switch (state, byte) {
        case (_, 0x07), (_, 0x18), (_, 0x1A): reset()
        case (.stringEscape, 0x5C): reset()
        // An ESC that doesn't end the string begins a sequence of its own.
        case (.stringEscape, _):
            reset()
            state = .escape
            escape(byte)
        case (_, 0x1B): state = .stringEscape
        default: if parameters.count < 2 { parameters.append(byte) }
        }
    }
}
