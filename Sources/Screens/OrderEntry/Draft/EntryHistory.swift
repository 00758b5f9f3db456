/// The steps that changed an order, for undo and redo.
struct EntryHistory: Sendable {
    /// Steps that can be taken back.
    static let limit = 200

    private var done: [EntryStep] = []
    private var undone: [EntryStep] = []

    /// The step that would be taken back next.
    var last: EntryStep? { done.last }

    /// Whether a step was taken back that can be made again.
    var canRedo: Bool { !undone.isEmpty }

    /// Notes a step that was made.
    mutating func record(_ step: EntryStep) {
        guard !step.isEmpty else { return }
        if done.count == Self.limit { done.removeFirst() }
        done.append(step)
        undone = []
    }

    /// The step that takes the last one back, `nil` where there is none.
    mutating func undo() -> EntryStep? {
        guard let step = done.popLast() else { return nil }
        undone.append(step)
        return step.inverse
    }

    /// The step again that was taken back last.
    mutating func redo() -> EntryStep? {
        guard let step = undone.popLast() else { return nil }
        done.append(step)
        return step
    }
}
