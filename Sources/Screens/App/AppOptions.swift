package import TerminalUI

/// What the composition root tells the screens before the first picture.
package struct AppOptions: Sendable {
    /// Columns and rows of the terminal.
    package var size: Size
    /// How amounts and moments are written.
    package var format: Format
    /// The names of the themes that can be chosen.
    package var themes: [String]
    /// The theme that is shown at the start.
    package var theme: String
    /// Which keys do what.
    package var keymap: Keymap
    /// What an operator types in a shell to import data, shown on Home of an empty shop.
    package var importHint: [String]
    /// The saved views of lists, and how each list was left.
    package var memory: ListMemory
    /// Whether lists open as they were left.
    package var resumesLists: Bool
    /// Whether records stand beside lists, as long as nobody has switched that.
    package var showsAside: Bool
    /// How long something that was done can be taken back.
    package var undoTime: Duration

    package init(
        size: Size, format: Format = Format(), themes: [String] = [], theme: String = "dark", keymap: Keymap = .classic,
        importHint: [String] = ["oblik import online-retail FILE", "oblik import online-retail - < FILE"],
        memory: ListMemory = ListMemory(), resumesLists: Bool = true, showsAside: Bool = true,
        undoTime: Duration = .seconds(10)
    ) {
        (self.size, self.format, self.themes, self.importHint) = (size, format, themes, importHint)
        (self.theme, self.keymap) = (theme, keymap)
        (self.memory, self.resumesLists, self.showsAside) = (memory, resumesLists, showsAside)
        self.undoTime = undoTime
    }
}
