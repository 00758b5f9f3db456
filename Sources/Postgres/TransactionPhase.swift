/// Where a connection stands in a transaction that ``PostgresPool`` manages.
enum TransactionPhase: Hashable, Sendable {
    case none
    /// This statement is to be sent in front of the next one, in the same round trip.
    case due(SQL)
    /// It was sent, and no COMMIT or ROLLBACK yet.
    case begun
    /// It was committed by its body, which must send nothing more.
    case over
}
