import TerminalUI
import Wording

/// What can be done in order entry by a key, besides typing.
package enum OrderEntryCommand: Hashable, Sendable, CaseIterable {
    case place, lookup, editLine, newCustomer, acceptPrices, takeStock, splitRest, repeatOrder, undo, redo
    case removeLine, addPiece, dropPiece
    case newDraft, nextDraft, previousDraft, listDrafts, discardDraft
    case nextField, previousField, leave, cancel

    /// Whether it leads to another order or to another screen.
    var leadsAway: Bool {
        switch self {
        case .leave, .cancel, .newDraft, .nextDraft, .previousDraft, .listDrafts, .discardDraft: true
        default: false
        }
    }
}

extension OrderEntryScreen {
    /// The scopes whose keys hold at the moment: on a line, letters are commands.
    var scopes: [Scope] { focus.isLine ? [.entryLine, .entry] : [.entry] }

    /// What the footer names, the most useful at this moment first.
    package var hinted: [OrderEntryCommand] {
        switch focus {
        case _ where isOutcomeUnknown: [.place, .cancel, .leave]
        case .customer: [.lookup, .newCustomer] + (draftCount > 0 ? [.listDrafts] : []) + [.leave]
        case .entry where draft.lines.isEmpty: [.lookup, .repeatOrder, .newCustomer, .leave]
        case .entry: problemCommands + [.place, .lookup, .editLine, .undo, .leave]
        case .line: problemCommands + [.place, .editLine, .removeLine, .addPiece, .dropPiece, .undo]
        case .quantity: [.editLine, .cancel]
        case .totals: problemCommands + [.place, .editLine, .undo, .leave]
        }
    }

    /// The commands that solve what stands in the order's way.
    private var problemCommands: [OrderEntryCommand] {
        (draft.lines.repricedCount > 0 ? [.acceptPrices] : [])
            + (draft.lines.shortCount > 0 ? [.takeStock, .splitRest] : [])
    }

    /// Why a command can't be done at the moment; `nil` if it can.
    func refusal(of command: OrderEntryCommand) -> Phrase? {
        switch command {
        case .undo: history.last == nil && (discarded == nil || !draft.isEmpty) ? "There is nothing to take back." : nil
        case .redo: history.canRedo ? nil : "There is nothing to make again."
        case .newDraft: isBlank ? "This order is empty still." : EntryTray.fullness(draftCount)
        case .nextDraft, .previousDraft, .listDrafts:
            draftCount > (isBlank ? 0 : 1) ? nil : "There is no other draft."
        case .discardDraft:
            draft.isEmpty
                ? "There is nothing to discard."
                : draft.isInFlight ? "This order may have been placed: Enter continues and asks." : nil
        case .splitRest where draft.lines.shortCount > 0: EntryTray.fullness(draftCount)
        case .takeStock, .splitRest: draft.lines.shortCount == 0 ? "No line is short." : nil
        case .editLine, .removeLine, .addPiece, .dropPiece: draft.lines.isEmpty ? "There is no line yet." : nil
        case .acceptPrices:
            draft.lines.isEmpty && queue.isEmpty && pendingCustomer == nil ? "There is no line yet." : nil
        default: nil
        }
    }

    /// What a press does in one of the scopes.
    func command(for press: KeyPress, in scope: Scope) -> OrderEntryCommand? {
        guard case .entry(let command)? = keymap.table(scope).id(for: press) else { return nil }
        return command
    }

    /// How the key of a command is called, for sentences that name it.
    func key(_ command: OrderEntryCommand) -> String {
        keymap.command(.entry(command), in: [.entry, .entryLine])?.keys.first?.label ?? "^P"
    }
}
