import Services
import TerminalUI
import Wording

/// Taking back what was just done, for a moment: by a change that is the inverse, and is audited as any other.
extension AppModel {
    /// A change that can be taken back.
    struct Undo: Sendable {
        let id: Int
        let inverse: Change
        /// What was said of the change, and what was added about taking it back.
        var said: Notice?
        var offer: Notice?
    }

    /// The number under which inverse changes are asked for; no screen has it.
    static let undoScreen = -2

    /// Offers to take a change back that was just made.
    mutating func offerUndo(of change: Change) -> [Effect] {
        guard let inverse = change.inverse(in: options.format.language) else { return [] }
        var undo = Undo(id: nextNumber(), inverse: inverse)
        if let notice, notice.kind == .done, let key = options.keymap.command(.undo, in: [.everywhere])?.keys.first {
            let offer = Notice(.done, "\(notice.text) \(key.label) takes it back.")
            (undo.said, undo.offer) = (notice, offer)
            showProgress(offer)
        }
        self.undo = undo
        return [.expireUndo(after: options.undoTime, undo.id)]
    }

    /// Asks for the inverse of what was done last.
    mutating func takeBack() -> [Effect] {
        guard let undo else { return say(.info("There is nothing to take back.")) }
        self.undo = nil
        return send(.change(undo.inverse), Ticket.Place(screen: Self.undoScreen, slot: .write))
    }

    mutating func receiveUndo(_ result: Result<Reply, ServiceError>) -> [Effect] {
        switch result {
        case .success(.record(let record)): tell(.changed(record)) + say(.done("Taken back."))
        case .success: []
        case .failure(let error): say(.error(error.headline))
        }
    }

    /// The time is over.
    mutating func expireUndo(_ id: Int) {
        guard let undo, undo.id == id else { return }
        self.undo = nil
        if let said = undo.said, notice == undo.offer { showProgress(said) }
    }
}
