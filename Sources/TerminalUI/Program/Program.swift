/// The update loop: events and messages go into the model, pictures and effects come out.
///
/// All that has arrived is handled before one picture is drawn, so a thousand keys typed ahead cost one frame.
/// Keys are drawn at once, and so is what the operator waits for; pictures that only other messages have changed are
/// drawn at most ``framesPerSecond`` times a second. Each effect is a child task, cancelled when the program ends.
public struct Program<Model: ProgramModel>: Sendable {
    /// Does the work of an effect and reports through the sink.
    public typealias Performer = @Sendable (Model.Effect, MessageSink<Model.Message>) async -> Void

    /// Messages for the model from outside of its effects; open from the start.
    public let sink: MessageSink<Model.Message>

    private let model: Model
    private let terminal: any Terminal
    private let perform: Performer
    private let mailbox: Mailbox<Model.Message>
    private let frame: Duration

    /// How often messages alone may change the picture.
    public static var framesPerSecond: Int { 30 }

    /// A program that is ready to run.
    public init(model: Model, terminal: any Terminal, perform: @escaping Performer) {
        let mailbox = Mailbox<Model.Message>()
        self.model = model
        self.terminal = terminal
        self.perform = perform
        self.mailbox = mailbox
        frame = .seconds(1) / Self.framesPerSecond
        sink = MessageSink({ mailbox.put(.message($0)) }, room: { await mailbox.waitForRoom() })
    }

    /// Draws the first picture, begins the first effects, and goes on until the model has finished.
    ///
    /// It ends as well when the terminal is gone or the task is cancelled. The terminal stays open. A program
    /// runs once.
    ///
    /// All but the effects runs where the caller does. A terminal that runs programs on its own thread reads a key,
    /// hands it over and shows what comes of it without waking another thread.
    ///
    /// - Returns: The model as it was at the end.
    @discardableResult
    public func run(isolation: isolated (any Actor)? = #isolation) async -> Model {
        var canvas = Canvas(size: await terminal.size, glyphs: await terminal.glyphs)
        if await terminal.wantsNotes { canvas.notes = PictureNotes() }
        var loop = ProgramLoop(model: model, terminal: terminal, canvas: canvas)
        await loop.paint()
        await withDiscardingTaskGroup { group in
            // A closure runs on the actor only if it knows of it.
            let home = isolation
            begin(loop.start(), in: &group)
            if !loop.isFinished { group.addTask { await pump(isolation: home) } }
            while !loop.isFinished && !Task.isCancelled {
                if let delay = await loop.paint(every: frame) { schedule(after: delay, in: &group) }
                let effects = loop.take(await mailbox.take())
                begin(effects, in: &group)
            }
            mailbox.close()
            group.cancelAll()
        }
        return loop.model
    }

    /// Carries the terminal's events over; a batch is fetched only after the last one was taken, so that what
    /// is typed ahead waits in the terminal, which is bounded.
    private func pump(isolation: isolated (any Actor)?) async {
        while !Task.isCancelled {
            let events = await terminal.events()
            guard !events.isEmpty else { break }
            mailbox.put(.events(events))
            await mailbox.waitUntilTaken()
        }
        mailbox.put(.closed)
    }

    private func begin(_ effects: [Model.Effect], in group: inout DiscardingTaskGroup) {
        for effect in effects {
            // Not on the thread that the terminal may have lent.
            group.addTask(executorPreference: globalConcurrentExecutor) { await perform(effect, sink) }
        }
    }

    private func schedule(after delay: Duration, in group: inout DiscardingTaskGroup) {
        group.addTask {
            // A cancelled sleep means that the program has ended, and then nobody draws.
            try? await Task.sleep(for: delay)
            mailbox.put(.frame)
        }
    }
}
