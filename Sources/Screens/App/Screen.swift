import Domain
import Services
import TerminalUI
import Wording

/// One screen of the program: a value that answers events with steps, and draws itself.
///
/// A screen does nothing itself. It names queries, other screens and messages as ``Step`` values; replies come
/// back through ``receive(_:for:)``. The line above it and the two below belong to the program.
protocol Screen: Sendable {
    /// Its name in the path of the status bar.
    var crumb: Phrase { get }
    /// The scopes whose keys hold here, its own first; those of every screen come on top.
    var scopes: [Scope] { get }
    /// The actions that the footer names, the most useful first; `nil` for those of its scopes that have a hint.
    var hinted: [Action]? { get }
    /// Why an action of its scopes can't be done at the moment; `nil` if it can.
    func refusal(of action: Action) -> Phrase?
    /// Whether printable keys are text rather than commands.
    var isTyping: Bool { get }
    /// Whether it reads everything anew whenever it is shown again, and needs no news while it is not.
    var readsWhenShown: Bool { get }
    /// Whether leaving would lose something that was typed.
    var isUnsaved: Bool { get }
    /// Whether it waits for something that is not asked for through ``Step/ask(_:_:)``.
    var isBusy: Bool { get }
    /// Whether it makes many changes, none of which is taken back alone.
    var changesMany: Bool { get }
    /// When what it shows was read; `nil` where nothing was.
    var readAt: Moment? { get }
    /// What it has to say on the message line while there is no other message.
    var advice: Notice? { get }
    /// What is focused, for the top of the help.
    var topic: HelpTopic? { get }
    /// What of its advice was said once, and is to be found again among the messages.
    var saying: Notice? { get }
    /// Whether `press` has to wait for a reply that is on its way; it is kept and handed over afterwards.
    func mustWait(for press: KeyPress, action: Action?) -> Bool

    /// The screen was opened.
    mutating func start() -> [Step]
    /// It is about to be opened: takes up what is known of its list.
    mutating func recall(_ memory: ListMemory)
    /// Saved views were changed, or whether records stand beside lists.
    mutating func learn(_ views: [SavedView], showsAside: Bool)
    /// How its list is left, for the next time that it is opened; `nil` where nothing is kept of it.
    var place: (list: ListName, place: ListPlace)? { get }
    /// The screen above was closed.
    mutating func reappear() -> [Step]
    /// It is about to be taken away by somebody else than itself.
    mutating func willClose() -> [Step]
    /// The database answers again.
    mutating func databaseReturned() -> [Step]
    /// The rectangle it is drawn in has changed.
    mutating func resize(_ size: Size)
    /// The terminal has another size, which it has been told of.
    mutating func resized() -> [Step]
    /// Does what a command says; `nil` if this screen doesn't know it.
    mutating func perform(_ action: Action) -> [Step]?
    /// Takes a press as text or editing; `nil` if it is none.
    mutating func type(_ press: KeyPress) -> [Step]?
    /// Whether scanners are at work here.
    var takesScans: Bool { get }
    /// Takes a code whose characters were typed into wherever the cursor stood; `before` is this screen as it was
    /// before them. `nil` where they were typed into the right place.
    mutating func take(scan code: String, endedBy press: KeyPress, before: any Screen) -> [Step]?
    /// Takes pasted text.
    mutating func paste(_ text: String) -> [Step]
    /// One of its parts was clicked; `nil` if that means nothing.
    mutating func click(_ part: PictureNotes.Part, isDouble: Bool) -> [Step]?
    /// A query was answered.
    mutating func receive(_ reply: Result<Reply, ServiceError>, for slot: Slot) -> [Step]
    /// Order entry's work has come to something.
    mutating func receive(_ message: OrderEntryMessage) -> [Step]
    /// A query was given up; no reply will come.
    mutating func forget(_ slot: Slot)
    /// The time has come that it waited for.
    mutating func wake() -> [Step]
    /// Something was created or changed, here or elsewhere in the program.
    mutating func learn(_ news: News) -> [Step]
    /// Rows were changed, by others or by this program; nothing may move under the cursor.
    mutating func learn(_ changes: Changes) -> [Step]
    /// The screen for the record after (1) or before (-1) the one that was opened from here.
    mutating func neighbour(_ step: Int) -> (screen: any Screen, steps: [Step])?
    /// Draws the whole area.
    func view(in area: Rect, on canvas: inout Canvas)
}

extension Screen {
    var hinted: [Action]? { nil }
    func refusal(of action: Action) -> Phrase? { nil }
    var isTyping: Bool { false }
    var isUnsaved: Bool { false }
    var changesMany: Bool { false }
    var isBusy: Bool { false }
    var readAt: Moment? { nil }
    var readsWhenShown: Bool { false }
    var advice: Notice? { nil }
    var saying: Notice? { nil }
    var topic: HelpTopic? { nil }
    func mustWait(for press: KeyPress, action: Action?) -> Bool { false }
    mutating func start() -> [Step] { [] }
    mutating func recall(_ memory: ListMemory) {}
    mutating func learn(_ views: [SavedView], showsAside: Bool) {}
    var place: (list: ListName, place: ListPlace)? { nil }
    mutating func reappear() -> [Step] { [] }
    mutating func willClose() -> [Step] { [] }
    mutating func databaseReturned() -> [Step] { reappear() }
    mutating func resize(_ size: Size) {}
    mutating func resized() -> [Step] { [] }
    mutating func type(_ press: KeyPress) -> [Step]? { nil }
    var takesScans: Bool { false }
    mutating func take(scan code: String, endedBy press: KeyPress, before: any Screen) -> [Step]? { nil }
    mutating func paste(_ text: String) -> [Step] { [] }
    mutating func click(_ part: PictureNotes.Part, isDouble: Bool) -> [Step]? { nil }
    mutating func receive(_ reply: Result<Reply, ServiceError>, for slot: Slot) -> [Step] { [] }
    mutating func receive(_ message: OrderEntryMessage) -> [Step] { [] }
    mutating func forget(_ slot: Slot) {}
    mutating func wake() -> [Step] { [] }
    mutating func learn(_ news: News) -> [Step] { [] }
    mutating func learn(_ changes: Changes) -> [Step] { [] }
    mutating func neighbour(_ step: Int) -> (screen: any Screen, steps: [Step])? { nil }
}
