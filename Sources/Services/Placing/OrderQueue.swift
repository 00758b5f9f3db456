import Domain
import Repositories

/// Who waits to place an order and what is on its way: the rules of ``OrderWriter``, without its clock and threads.
///
/// Every change answers with the steps that follow from it, for the writer to take.
struct OrderQueue {
    /// An order in line.
    struct Entry: Sendable {
        let id: UInt64
        let order: OrderToPlace
        let since: ContinuousClock.Instant
    }

    /// How an order is to be placed.
    enum Turn: Sendable {
        /// By its caller, alone; ``OrderQueue/leave(_:now:)`` must follow.
        case alone(Lane)
        /// It was placed or refused in a group.
        case together(OrderRepository.PlaceOutcome)
    }

    /// Where a caller places its order alone.
    enum Lane: Sendable {
        /// It came while few were on their way.
        case direct
        /// A group has left its order over.
        case leftOver
    }

    typealias Answer = Result<Turn, ServiceError>
    typealias Caller = CheckedContinuation<Answer, Never>

    enum Step {
        case answer(Caller, Answer)
        case placeTogether([Entry])
    }

    private let limits: OrderWriter.Limits
    private var waiting: [Entry] = []
    private var leftOvers: [Entry] = []
    /// Everybody who has no answer yet, also those whose order is on its way in a group.
    private var callers: [UInt64: Caller] = [:]
    private var lastID: UInt64 = 0
    private var directCount = 0
    private var leftOverCount = 0
    private var groupCount = 0
    /// How many orders are on their way in groups, and the products that each group has to itself.
    private var togetherCount = 0
    private var claims: Set<Identifier<Product>> = []
    /// Whether those in the direct lane were waited for in vain.
    private var isStuck = false

    init(_ limits: OrderWriter.Limits) { self.limits = limits }

    /// Whether anybody is in line.
    var isEmpty: Bool { waiting.isEmpty && leftOvers.isEmpty }

    /// How many callers have no answer yet.
    var callerCount: Int { callers.count }

    /// A number for who stands in line next.
    mutating func newID() -> UInt64 {
        lastID += 1
        return lastID
    }

    /// Takes a place in the direct lane, if that is how an order is placed now.
    mutating func enterDirectly() -> Bool {
        guard waiting.isEmpty, groupCount == 0, directCount < limits.direct else { return false }
        directCount += 1
        return true
    }

    /// Puts an order in line, or refuses it where the line is full.
    mutating func enqueue(_ entry: Entry, _ caller: Caller) -> [Step] {
        guard waiting.count + leftOvers.count < limits.queue else {
            return [.answer(caller, .failure(.unavailable))]
        }
        waiting.append(entry)
        callers[entry.id] = caller
        return next()
    }

    /// Lets a caller go whose task is cancelled; an order that is on its way in a group stays there.
    mutating func abandon(_ id: UInt64) -> [Step] {
        waiting.removeAll { $0.id == id }
        leftOvers.removeAll { $0.id == id }
        return answer(id, .failure(.unavailable))
    }

    /// Gives back a place that ``Turn/alone(_:)`` has given.
    mutating func leave(_ lane: Lane) -> [Step] {
        switch lane {
        case .direct: (directCount, isStuck) = (directCount - 1, false)
        case .leftOver: leftOverCount -= 1
        }
        return next()
    }

    /// Ends a group: tells each order its outcome, and keeps those that have none to be placed alone.
    mutating func finish(_ group: [Entry], _ outcomes: [OrderRepository.PlaceOutcome?]) -> [Step] {
        end(group)
        var steps: [Step] = []
        for (entry, outcome) in zip(group, outcomes) {
            if let outcome {
                steps += answer(entry.id, .success(.together(outcome)))
            } else if callers[entry.id] != nil {
                leftOvers.append(entry)
            }
        }
        return steps + next(afterGroup: true)
    }

    /// Ends a group that could not be sent at all.
    mutating func finish(_ group: [Entry], refusedBy error: ServiceError) -> [Step] {
        end(group)
        return group.flatMap { answer($0.id, .failure(error)) } + next(afterGroup: true)
    }

    /// Looks at the clock: refuses whoever has waited too long, and sees whether those in front are stuck.
    mutating func tick(_ now: ContinuousClock.Instant) -> [Step] {
        let expired = (waiting + leftOvers).filter { $0.since + limits.patience <= now }
        let steps = expired.flatMap { abandon($0.id) }
        if groupCount == 0, let first = waiting.first, first.since + limits.tick <= now { isStuck = true }
        return steps + next()
    }

    private mutating func end(_ group: [Entry]) {
        groupCount -= 1
        togetherCount -= group.count
        for entry in group {
            for line in entry.order.request.lines { claims.remove(line.product) }
        }
    }

    private mutating func answer(_ id: UInt64, _ answer: Answer) -> [Step] {
        callers.removeValue(forKey: id).map { [.answer($0, answer)] } ?? []
    }

    /// Whoever can go now.
    private mutating func next(afterGroup: Bool = false) -> [Step] {
        var steps: [Step] = []
        while leftOverCount < limits.leftOver, !leftOvers.isEmpty {
            leftOverCount += 1
            steps += answer(leftOvers.removeFirst().id, .success(.alone(.leftOver)))
        }
        while let first = waiting.first, mayBeginGroup {
            if groupCount == 0, waiting.count == 1, directCount < limits.direct {
                waiting.removeFirst()
                directCount += 1
                steps += answer(first.id, .success(.alone(.direct)))
                continue
            }
            guard afterGroup || isStuck || directCount < limits.direct else { break }
            let group = takeGroup()
            guard !group.isEmpty else { break }
            steps.append(.placeTogether(group))
        }
        return steps
    }

    /// Whether there is room for a group; for one more besides others only where it would not be a small one.
    ///
    /// While orders are placed alone, one group does: all together leave connections to those who read.
    private var mayBeginGroup: Bool {
        if groupCount == 0 { return limits.groups > 0 }
        return directCount == 0 && groupCount < limits.groups && waiting.count >= togetherCount
    }

    /// The first in line, as many as a group takes, without those that want what another group has to itself.
    ///
    /// Whoever has to wait for that is overtaken by nobody who wants some of the same.
    private mutating func takeGroup() -> [Entry] {
        var group: [Entry] = []
        var others: [Entry] = []
        var (lineCount, barred) = (0, claims)
        for entry in waiting {
            let lines = entry.order.request.lines
            let fits = group.isEmpty || group.count < limits.orders && lineCount + lines.count <= limits.lines
            if fits, !lines.contains(where: { barred.contains($0.product) }) {
                group.append(entry)
                lineCount += lines.count
            } else {
                others.append(entry)
                for line in lines { barred.insert(line.product) }
            }
        }
        guard !group.isEmpty else { return [] }
        (groupCount, togetherCount) = (groupCount + 1, togetherCount + group.count)
        for entry in group {
            for line in entry.order.request.lines { claims.insert(line.product) }
        }
        waiting = others
        return group
    }
}
