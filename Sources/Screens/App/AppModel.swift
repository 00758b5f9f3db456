import TerminalUI
import Wording

/// The program's model: a stack of screens, what stands above and below them, and what they wait for.
///
/// It does nothing itself: events and messages go in, effects come out, and the picture is a function of it.
/// Keys are in `AppModel+Keys.swift`, messages in `+Update.swift`, the wishes of screens in `+Steps.swift`, the
/// state of the database in `+Database.swift`, what is kept of lists in `+Lists.swift`, what can be taken
/// back in `+Undo.swift`, the picture in `+View.swift`.
package struct AppModel: ProgramModel {
    package typealias Message = Screens.Message
    package typealias Effect = Screens.Effect

    /// A screen on the stack; its number is never used again.
    struct Layer: Sendable {
        let id: Int
        var screen: any Screen
    }

    /// A question on the message line.
    ///
    /// It opens disarmed: keys typed ahead and repeats of the key that led to it must not answer it.
    struct Question: Sendable {
        let id: Int
        let text: Phrase
        let steps: [Step]
        /// The screen that asked, or none for the program itself.
        let asker: Int?
        /// The number that has to be typed; `nil` where y is the answer.
        let number: Int?
        var typed = ""
        var isArmed = false
    }

    let options: AppOptions
    var size: Size
    var layers: [Layer] = []
    var status = StatusBar()
    var notice: Notice? {
        didSet { if let notice, notice != oldValue, !isPassing { notices.add(notice) } }
    }
    /// What was said so far.
    var notices = NoticeLog()
    /// What the screen that is shown said last by itself.
    var lastSaying: Notice?
    /// Whether what is said now is not worth keeping.
    var isPassing = false
    var question: Question?
    var overlay: Overlay?
    /// What the services were asked for the palette and have not answered.
    var paletteAsked: Query?
    /// The lines that were done in the palette, the latest last.
    var paletteHistory: [String] = []
    /// The newest generation of each place that waits for a reply.
    var pending: [Ticket.Place: Int] = [:]
    /// Places whose reply is a while in coming.
    var slow: Set<Ticket.Place> = []
    /// When the press came that is being handled; `nil` where nobody knows.
    var pressedAt: ContinuousClock.Instant?
    /// Keys that may come from a scanner, and the screen as it was before them.
    var burst = ScanBurst()
    var beforeBurst: Layer?
    /// Presses that came while their screen was waiting for a reply.
    var typeAhead: [KeyPress] = []
    /// Attempts to reach a lost database so far.
    var probes = 0
    /// Numbers given to screens, questions and queries.
    var counter = 0
    /// What was done last, as long as it can be taken back.
    var undo: Undo?
    /// The changes that are being written, by who asked for them.
    var writing: [Ticket.Place: Change] = [:]
    var themes: ThemeChoice
    /// Saved views, and how each list was left.
    var memory: ListMemory
    /// Whether lists were left since their places were kept.
    var hasNewPlaces = false
    var wasInterrupted = false
    var isSeeding = false
    /// Whether no more input comes: the program ends once everything is answered.
    var isEnding = false
    /// Whether a last look is planned at whether everything is answered.
    var isLooking = false
    package internal(set) var isFinished = false

    /// Presses kept while a screen waits; further ones are refused with the bell.
    static let maximumTypeAhead = 4096

    package init(_ options: AppOptions) {
        self.options = options
        size = options.size
        themes = ThemeChoice(names: options.themes, chosen: options.theme)
        memory = options.memory
        layers = [Layer(id: 0, screen: HomeScreen(options))]
        resizeScreens()
    }

    package mutating func start() -> [Effect] {
        let id = layers[0].id
        return apply(layers[0].screen.start(), from: id)
    }

    /// The screen that is shown.
    var top: any Screen {
        get { layers[layers.count - 1].screen }
        set { layers[layers.count - 1].screen = newValue }
    }

    var topID: Int { layers[layers.count - 1].id }

    mutating func nextNumber() -> Int {
        counter += 1
        return counter
    }
}
