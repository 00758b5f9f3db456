/// The state of one run of a program.
struct ProgramLoop<Model: ProgramModel> {
    private(set) var model: Model
    private let terminal: any Terminal
    private var canvas: Canvas
    private var size: Size
    private var isClosed = false
    /// The picture is out of date because of a key or another event, or of what was waited for: drawn at once.
    private var isUrgent = false
    /// The picture is out of date because of messages: drawn when the frame is due.
    private var isStale = false
    private var isScheduled = false
    private var lastPaint = ContinuousClock.now

    init(model: Model, terminal: any Terminal, canvas: Canvas) {
        self.model = model
        self.terminal = terminal
        self.canvas = canvas
        size = canvas.size
    }

    var isFinished: Bool { isClosed || model.isFinished }

    mutating func start() -> [Model.Effect] {
        isStale = true
        return model.start()
    }

    /// Handles everything that was queued; after the model has finished, the rest is left alone.
    mutating func take(_ items: [Mailbox<Model.Message>.Item]) -> [Model.Effect] {
        var effects: [Model.Effect] = []
        for item in items where !isFinished {
            switch item {
            case .events(let events): effects += handle(events)
            case .message(let message):
                isStale = true
                effects += model.update(message)
                isUrgent = isUrgent || model.isAwaited(message)
            case .frame: isScheduled = false
            case .closed: isClosed = true
            }
        }
        return effects
    }

    private mutating func handle(_ events: [TerminalEvent]) -> [Model.Effect] {
        var effects: [Model.Effect] = []
        isUrgent = true
        for event in events where !model.isFinished {
            if case .resize(let new) = event { size = new }
            effects += model.handle(event, at: .now)
        }
        return effects
    }

    /// Draws if the picture is due; else returns the time after which it is, unless that is already planned.
    mutating func paint(every frame: Duration) async -> Duration? {
        let sinceLast = lastPaint.duration(to: .now)
        if isUrgent || (isStale && sinceLast >= frame) {
            await paint()
            return nil
        }
        guard isStale, !isScheduled else { return nil }
        isScheduled = true
        return frame - sinceLast
    }

    /// Draws the picture now.
    mutating func paint() async {
        if canvas.size != size {
            let notes = canvas.notes.map { _ in PictureNotes() }
            canvas = Canvas(size: size, glyphs: canvas.glyphs)
            canvas.notes = notes
        } else {
            canvas.clear()
        }
        model.view(on: &canvas)
        await terminal.paint(canvas)
        lastPaint = .now
        isUrgent = false
        isStale = false
    }
}
