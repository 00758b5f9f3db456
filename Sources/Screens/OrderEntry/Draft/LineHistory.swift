/// The steps that changed an order's lines, for undo and redo.
struct LineHistory: Sendable {
    /// Steps that can be taken back.
    static let limit = 200

    private var done: [[LineChange]] = []
    private var undone: [[LineChange]] = []

    /// The step that would be taken back next.
    var last: [LineChange]? { done.last }

    /// Whether a step was taken back that can be made again.
    var canRedo: Bool { !undone.isEmpty }

    /// Notes a step that was made.
    mutating func record(_ step: [LineChange]) {
        guard !step.isEmpty else { return }
        if done.count == Self.limit { done.removeFirst() }
        done.append(step)
        undone = []
    }

    /// The changes that take the last step back, `nil` where there is none.
    mutating func undo() -> [LineChange]? {
        guard let step = done.popLast() else { return nil }
        undone.append(step)
        return step.reversed().map(\.inverse)
    }

    /// The changes that make the step again that was taken back last.
    mutating func redo() -> [LineChange]? {
        guard let step = undone.popLast() else { return nil }
        done.append(step)
        return step
    }
}
