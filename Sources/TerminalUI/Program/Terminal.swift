/// A terminal as a program sees it: it gives events and shows pictures.
public protocol Terminal: Sendable {
    /// Columns and rows.
    var size: Size { get async }
    /// The signs that the terminal can show.
    var glyphs: Glyphs { get async }
    /// Whether pictures are to tell more than their cells show (``Canvas/notes``).
    var wantsNotes: Bool { get async }
    /// The next batch of events: everything that has arrived, or else what arrives next. Empty after `close`,
    /// after the terminal is gone, and when the task is cancelled.
    func events() async -> [TerminalEvent]
    /// Shows a picture; only what differs from the last one is sent.
    func paint(_ canvas: Canvas) async
    /// Shows everything in the colours of a theme from the next picture on.
    func apply(_ theme: Theme) async
    /// Sounds the bell.
    func ring() async
    /// Hands a text to the clipboard of whoever sits at the terminal, also over ssh. No terminal answers
    /// whether it took it.
    func copy(_ text: String) async throws(CopyRefusal)
    /// Gives the terminal back, stops the program's process group until it is continued, and takes the
    /// terminal again; a `.resumed` event follows.
    func suspend() async
    /// Gives the terminal back for good. A second call does nothing.
    func close() async
}

extension Terminal {
    /// Signs of UTF-8, which nearly every terminal shows.
    public var glyphs: Glyphs { get async { .utf8 } }
    /// Most show pictures and nothing else.
    public var wantsNotes: Bool { get async { false } }
}
