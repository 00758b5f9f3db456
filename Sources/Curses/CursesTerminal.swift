import CTerminal
import Glibc
public import Reactor
public import TerminalUI

/// The terminal on standard input and output, painted by ncurses.
///
/// Everything of it happens on the thread of its `PollLoop`, as ncurses asks. A frame leaves with one write
/// between the marks of a synchronized update; keys are raw bytes for our own decoder; signals arrive through
/// a pipe. One terminal can be open in a process.
public actor CursesTerminal: Terminal {
    /// Columns and rows.
    public internal(set) var size: Size
    /// The signs that the locale and the terminal can show.
    public nonisolated let glyphs: Glyphs

    nonisolated let loop: PollLoop
    let devices: Devices
    let depth: ColorDepth
    let usesMouse: Bool
    let term: String
    let passage: Clipboard.Passage?
    var decoder: KeyDecoder
    var clicks = ClickCounter()
    var lastInput = ContinuousClock.now
    /// Bytes that the terminal has not taken yet.
    var backlog: [UInt8] = []
    var isDraining = false
    /// What ncurses was given last.
    var painted: Canvas?
    /// The newest picture that came while the terminal took nothing.
    var late: Canvas?
    var isSuspended = false
    /// Nothing more can be read.
    var isHungUp = false
    /// Nothing more can be written.
    var isMute = false
    var isClosed = false

    /// The loop's thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// Takes the terminal over.
    /// - Throws: ``CursesError`` while the terminal is still as it was.
    public static func open(
        _ options: CursesOptions = CursesOptions(), on loop: PollLoop
    ) async throws(CursesError) -> CursesTerminal {
        let opener = Opener(loop: loop)
        return try await opener.open(options)
    }

    init(_ opened: Opener.Result, options: CursesOptions, loop: PollLoop) {
        self.loop = loop
        devices = opened.devices
        depth = opened.depth
        size = opened.size
        glyphs = opened.glyphs
        decoder = KeyDecoder(escapeDelay: opened.escapeDelay)
        usesMouse = options.usesMouse
        term = opened.term
        passage = opened.passage
    }

    /// Shows everything in a theme's colours from the next picture on.
    public func apply(_ theme: Theme) {
        guard !isClosed else { return }
        setStyles(theme)
        painted = nil
        ct_screen_redraw()
    }

    /// Sounds the bell.
    public func ring() {
        guard !isClosed, !isSuspended else { return }
        var bytes: UnsafePointer<UInt8>?
        let count = ct_screen_bell(&bytes)
        send(UnsafeBufferPointer(start: bytes, count: count))
    }

    /// Hands a text to the terminal's clipboard, between two frames.
    public func copy(_ text: String) throws(CopyRefusal) {
        guard let passage else { throw .noClipboard(term: term) }
        guard text.utf8.count <= Clipboard.maximumBytes else { throw .tooLong(limit: Clipboard.maximumBytes) }
        guard !isClosed, !isSuspended, !isMute else { throw .away }
        send(Clipboard.sequence(for: text, through: passage))
    }

    func setStyles(_ theme: Theme) {
        for role in Role.allCases {
            ct_screen_style(Int32(role.rawValue), depth.look(of: role, in: theme))
        }
    }
}
