import Domain
import TerminalUI
import Wording

/// What a row of the palette does.
enum PaletteChoice: Sendable {
    /// Does an action.
    case action(Action)
    /// Puts a text into the field, to be typed on.
    case types(String)
    /// Opens a list from Home.
    case list(any Screen)
    /// Opens a record.
    case opens(any Screen)
    /// Begins an order, for a customer if there is one.
    case newOrder(User?)
    /// Opens the help with this text typed.
    case help(String)
}

/// A row of the palette.
struct PaletteRow: Sendable {
    /// What stands before it: keys, a code, a number.
    let name: String
    let title: Phrase
    /// What stands behind it, dimmed.
    var about: Phrase = ""
    /// Why it can't be done at the moment.
    var refusal: Phrase?
    let choice: PaletteChoice
}
