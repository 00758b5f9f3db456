import Wording

/// What order entry knows.
extension ActionRegistry {
    /// The commands that work everywhere on the screen.
    static let entry: [ActionEntry] = [
        ActionEntry(.entry, .entry(.place), "place", "Place the order", keys: "f10 ctrl+s", hint: "Place"),
        ActionEntry(
            .entry, .entry(.lookup), "lookup", "Open the list of what the field may mean", keys: "f4", hint: "List"),
        ActionEntry(
            .entry, .entry(.newCustomer), "new-customer", "Create a customer without leaving the order", keys: "f6",
            hint: "New"),
        ActionEntry(
            .entry, .entry(.repeatOrder), "repeat", "Add the lines of the customer's last order", keys: "f9",
            hint: "Repeat"),
        ActionEntry(
            .entry, .entry(.editLine), "edit-line", "Change quantity and discount of a line", keys: "f2", hint: "Qty"),
        ActionEntry(
            .entry, .entry(.acceptPrices), "prices", "Accept new prices, or read prices and stock again", keys: "f5",
            hint: "Prices"),
        ActionEntry(
            .entry, .entry(.takeStock), "take", "Take what there is on short lines", keys: "f8", hint: "Take"),
        ActionEntry(
            .entry, .entry(.splitRest), "split", "Take what there is, and keep the rest as a draft of its own",
            keys: "shift+f8 alt+s", hint: "Split"),
        ActionEntry(
            .entry, .entry(.undo), "undo", "Take the last change of the order back", keys: "f7", hint: "Undo"),
        ActionEntry(
            .entry, .entry(.redo), "redo", "Make the change again that was taken back", keys: "ctrl+r"),
        ActionEntry(
            .entry, .entry(.newDraft), "new-draft", "Begin another order; this one stays open",
            keys: "ctrl+n shift+f6", hint: "Another"),
        ActionEntry(
            .entry, .entry(.nextDraft), "next-draft", "Show the next draft", keys: "f11 alt+down", hint: "Next"),
        ActionEntry(
            .entry, .entry(.previousDraft), "previous-draft", "Show the draft before", keys: "shift+f11 alt+up"),
        ActionEntry(.entry, .entry(.listDrafts), "drafts", "List all drafts", keys: "shift+f4 alt+d", hint: "Drafts"),
        ActionEntry(
            .entry, .entry(.discardDraft), "discard", "Discard the draft on the screen", keys: "shift+f12 alt+x",
            hint: "Discard"),
        ActionEntry(.entry, .entry(.nextField), "next", "Next part of the order", keys: "tab"),
        ActionEntry(.entry, .entry(.previousField), "previous", "Previous part of the order", keys: "shift+tab"),
        ActionEntry(.entry, .entry(.leave), "leave", "Leave; the draft is kept", keys: "f3", hint: "Leave"),
        ActionEntry(
            .entry, .entry(.cancel), "cancel", "Cancel what is being typed, then go back", keys: "escape ctrl+g f12",
            hint: "Cancel"),
    ]

    /// The list of drafts.
    static let drafts: [ActionEntry] = [
        ActionEntry(.drafts, .open, "open", "Continue the draft", keys: "enter 5", vim: "enter 5 l", hint: "Continue"),
        ActionEntry(
            .drafts, .entry(.discardDraft), "discard", "Discard the draft", keys: "delete x 4", hint: "Discard"),
        ActionEntry(.drafts, .create, "new", "Begin another order", keys: "f6 n", hint: "New"),
    ]

    /// The commands that work as well while a line is focused, where letters are not text.
    static let entryLine: [ActionEntry] = [
        ActionEntry(.entryLine, .entry(.editLine), "edit", "Change quantity and discount", keys: "enter", hint: "Qty"),
        ActionEntry(
            .entryLine, .entry(.removeLine), "remove", "Remove the line", keys: "delete backspace", hint: "Remove"),
        ActionEntry(.entryLine, .entry(.addPiece), "more", "One piece more", keys: "+ =", hint: "More"),
        ActionEntry(.entryLine, .entry(.dropPiece), "less", "One piece less", keys: "-", hint: "Less"),
        ActionEntry(
            .entryLine, .entry(.undo), "undo", "Take the last change of the order back", keys: "u", hint: "Undo"),
    ]
}
