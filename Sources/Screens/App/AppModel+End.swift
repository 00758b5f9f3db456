/// The end of a program whose input was a file or a pipe: when what came in is answered, and was told.
extension AppModel {
    /// Time for the last picture to be told, and for what follows from it to be asked.
    private static let pause = Duration.milliseconds(150)

    /// Whether something that was asked for is still to come.
    private var isBusy: Bool {
        if case .starting = status.database { return true }
        // What a lost database was asked is never answered.
        if status.isLost { return false }
        return !pending.isEmpty || !typeAhead.isEmpty || isSeeding || layers.contains { $0.screen.isBusy }
    }

    /// Plans the end where nothing is to come any more.
    mutating func followEnd() -> [Effect] {
        guard isEnding, !isLooking, !isFinished, !isBusy else { return [] }
        isLooking = true
        return [.look(after: Self.pause)]
    }

    /// The pause is over: ends the program, unless something has been asked for meanwhile.
    mutating func looked() {
        isLooking = false
        if isEnding && !isBusy { isFinished = true }
    }
}
