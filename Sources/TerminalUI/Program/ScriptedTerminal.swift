/// A terminal for tests: gives the events of a script, keeps the pictures painted.
///
/// The script's batches are handed out one after the other, the next one only when the program has asked for
/// it; further events come by ``send(_:)``. When the script is over and ``end()`` was called, the terminal has
/// closed, and so the program ends.
public actor ScriptedTerminal: Terminal {
    /// Columns and rows; a `.resize` event changes them.
    public private(set) var size: Size
    /// The signs it can show.
    public let glyphs: Glyphs
    /// Every picture painted, the first one first.
    public private(set) var frames: [Canvas] = []
    /// The theme last applied.
    public private(set) var theme: Theme?
    /// How often the bell was rung.
    public private(set) var bells = 0
    /// How often the program was suspended.
    public private(set) var suspensions = 0
    /// What was copied, the first text first.
    public private(set) var copies: [String] = []
    /// Whether it was closed.
    public private(set) var isClosed = false

    private var batches: [[TerminalEvent]]
    private var isOver: Bool
    private var waiter: CheckedContinuation<Void, Never>?
    private var watchers: [CheckedContinuation<Void, Never>] = []

    /// A terminal that gives these batches of events and then ends, unless it is to stay open.
    public init(
        size: Size = Size(width: 80, height: 24), glyphs: Glyphs = .utf8, script: [[TerminalEvent]] = [],
        staysOpen: Bool = false
    ) {
        self.size = size
        self.glyphs = glyphs
        batches = script.filter { !$0.isEmpty }
        isOver = !staysOpen
    }

    /// The picture now on the screen.
    public var canvas: Canvas? { frames.last }
    /// The rows now on the screen.
    public var text: [String] { frames.last?.text ?? [] }

    /// Adds a batch of events behind what is there.
    public func send(_ events: [TerminalEvent]) {
        guard !events.isEmpty else { return }
        batches.append(events)
        wake()
    }

    /// Types: each press of `"f6 ctrl+p enter"` becomes a key, all in one batch.
    ///
    /// - Precondition: Every press can be read.
    public func press(_ keys: String) {
        send(
            keys.split(separator: " ").map { name in
                guard let press = KeyPress(String(name)) else {
                    preconditionFailure("The script presses a key that does not exist: \(name)")
                }
                return .key(press)
            })
    }

    /// Types text, character by character, in one batch.
    public func type(_ text: String) {
        send(text.unicodeScalars.map { .key(KeyPress(.character($0))) })
    }

    /// Ends the terminal's input, once what was sent has been taken.
    public func end() {
        isOver = true
        wake()
    }

    /// Waits until a picture fulfils a condition, looking at each one; false when the deadline passed before.
    public func waitForFrame(
        within limit: Duration = .seconds(60), _ condition: @Sendable (Canvas) -> Bool
    ) async -> Bool {
        let deadline = ContinuousClock.now + limit
        let alarm = Task {
            // A cancelled sleep means that the condition was met in time.
            try? await Task.sleep(until: deadline, clock: .continuous)
            self.wakeWatchers()
        }
        defer { alarm.cancel() }
        while true {
            if let canvas, condition(canvas) { return true }
            if ContinuousClock.now >= deadline { return false }
            await withCheckedContinuation { watchers.append($0) }
        }
    }

    /// The next batch of the script.
    public func events() async -> [TerminalEvent] {
        await withTaskCancellationHandler {
            while batches.isEmpty && !isOver && !isClosed && !Task.isCancelled {
                await withCheckedContinuation { waiter = $0 }
            }
        } onCancel: {
            Task { await self.wake() }
        }
        guard !batches.isEmpty, !isClosed, !Task.isCancelled else { return [] }
        let batch = batches.removeFirst()
        for case .resize(let new) in batch { size = new }
        return batch
    }

    /// Keeps the picture.
    public func paint(_ canvas: Canvas) {
        frames.append(canvas)
        wakeWatchers()
    }

    /// Keeps the theme.
    public func apply(_ theme: Theme) {
        self.theme = theme
    }

    /// Counts.
    public func ring() {
        bells += 1
    }

    /// Keeps the text, up to the length that the real terminal takes.
    public func copy(_ text: String) throws(CopyRefusal) {
        guard !isClosed else { throw .away }
        guard text.utf8.count <= Clipboard.maximumBytes else { throw .tooLong(limit: Clipboard.maximumBytes) }
        copies.append(text)
    }

    /// Counts, and resumes at once.
    public func suspend() {
        suspensions += 1
        batches.insert([.resumed], at: 0)
        wake()
    }

    /// Ends the input.
    public func close() {
        isClosed = true
        wake()
    }

    private func wake() {
        waiter?.resume()
        waiter = nil
    }

    private func wakeWatchers() {
        for watcher in watchers { watcher.resume() }
        watchers = []
    }
}
