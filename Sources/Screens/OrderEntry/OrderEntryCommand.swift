package import TerminalUI
package import Wording

/// What can be done in order entry by a key, besides typing.
package enum OrderEntryCommand: Hashable, Sendable, CaseIterable {
    case place, lookup, editLine, newCustomer, acceptPrices, takeStock, repeatOrder, undo, redo
    case removeLine, addPiece, dropPiece
    case nextField, previousField, leave, cancel
}

extension OrderEntryScreen {
    /// The commands that work everywhere on the screen.
    package static let commands = CommandTable<OrderEntryCommand>([
        Command(.place, "Place the order", keys: "f10 ctrl+s", hint: "Place", group: "Order"),
        Command(.lookup, "Open the list of what the field may mean", keys: "f4", hint: "List", group: "Order"),
        Command(.newCustomer, "Create a customer without leaving the order", keys: "f6", hint: "New", group: "Order"),
        Command(.repeatOrder, "Add the lines of the customer's last order", keys: "f9", hint: "Repeat", group: "Order"),
        Command(.editLine, "Change the quantity of a line", keys: "f2", hint: "Qty", group: "Lines"),
        Command(
            .acceptPrices, "Accept new prices, or read prices and stock again", keys: "f5", hint: "Prices",
            group: "Lines"),
        Command(.takeStock, "Take what there is on short lines", keys: "f8", hint: "Take", group: "Lines"),
        Command(.undo, "Take the last change of the lines back", keys: "f7", hint: "Undo", group: "Lines"),
        Command(.redo, "Make the change again that was taken back", keys: "ctrl+r", group: "Lines"),
        Command(.nextField, "Next part of the order", keys: "tab", group: "Moving"),
        Command(.previousField, "Previous part of the order", keys: "shift+tab", group: "Moving"),
        Command(.leave, "Leave; the draft is kept", keys: "f3", hint: "Leave", group: "Moving"),
        Command(.cancel, "Cancel what is being typed, then go back", keys: "escape ctrl+g f12", group: "Moving"),
    ])

    /// The commands that work as well while a line is focused, where letters are not text.
    package static let lineCommands = CommandTable<OrderEntryCommand>([
        Command(.editLine, "Change the quantity", keys: "enter", hint: "Qty", group: "On a line"),
        Command(.removeLine, "Remove the line", keys: "delete backspace", hint: "Remove", group: "On a line"),
        Command(.addPiece, "One piece more", keys: "+ =", hint: "More", group: "On a line"),
        Command(.dropPiece, "One piece less", keys: "-", hint: "Less", group: "On a line"),
        Command(.undo, "Take the last change of the lines back", keys: "u", hint: "Undo", group: "On a line"),
    ])

    /// Keys and words for the footer, the most useful ones at this moment first.
    package var hints: [(key: String, hint: Phrase)] {
        let ids: [OrderEntryCommand] =
            switch focus {
            case _ where isOutcomeUnknown: [.place, .cancel, .leave]
            case .customer: [.lookup, .newCustomer, .leave]
            case .entry where draft.lines.isEmpty: [.lookup, .repeatOrder, .newCustomer, .leave]
            case .entry: problemCommands + [.place, .lookup, .editLine, .undo, .leave]
            case .line: problemCommands + [.place, .editLine, .removeLine, .addPiece, .dropPiece, .undo]
            case .quantity: [.editLine, .cancel]
            case .totals: problemCommands + [.place, .editLine, .undo, .leave]
            }
        let tables = focus.isLine ? [Self.lineCommands, Self.commands] : [Self.commands]
        return ids.compactMap { id in
            guard let command = tables.lazy.compactMap({ $0.command(id) }).first, let key = command.keys.first else {
                return nil
            }
            return (key.label, command.hint ?? "Cancel")
        }
    }

    /// The commands that solve what stands in the order's way.
    private var problemCommands: [OrderEntryCommand] {
        (draft.lines.repricedCount > 0 ? [.acceptPrices] : []) + (draft.lines.shortCount > 0 ? [.takeStock] : [])
    }
}
