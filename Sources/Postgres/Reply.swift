/// The answer to a pipeline, as far as it has come.
struct Reply {
    /// What was sent, in order: the server answers each.
    enum Step: Hashable {
        case prepare(Int, name: String)
        case execute(Int, isOldPlan: Bool)
        case release
        case synchronise
    }

    let statements: [SQL]
    var steps: [Step] = []
    /// The step whose answer is awaited.
    var position = 0
    /// Whether the current step has been answered; a `nil` from libpq then ends it.
    var isAnswered = false
    var rows: [Rows] = []
    /// The error of the first statement that failed.
    var failure: PostgresError?
    /// The text of a statement whose plan, made earlier, the server no longer has or no longer accepts.
    var stalePlan: String?
    /// Whether nothing has run that the failure of a later statement, or a rollback after it, would not undo.
    var isReversible = true

    init(_ statements: [SQL]) {
        self.statements = statements
        rows.reserveCapacity(statements.count)
    }

    var isComplete: Bool { position >= steps.count }

    var step: Step { isComplete ? .synchronise : steps[position] }

    /// The statement that the current step belongs to.
    var statement: SQL? {
        switch step {
        case .prepare(let index, _), .execute(let index, _): statements[index]
        case .release, .synchronise: nil
        }
    }

    mutating func advance() {
        position += 1
        isAnswered = false
    }

    /// Keeps the first error, except where a name could not be released, which harms nobody.
    mutating func add(_ error: PostgresError) {
        guard failure == nil, step != .release || error.sqlState == nil else { return }
        failure = error
        if case .execute(let index, true) = step, let state = error.sqlState,
            [.invalidStatementName, .featureNotSupported].contains(state)
        {
            stalePlan = statements[index].text
        }
    }

    mutating func add(_ result: Rows) {
        rows.append(result)
        let word = result.commandTag.prefix { $0 != " " }
        if !["BEGIN", "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE"].contains(word) { isReversible = false }
    }
}
