public import TerminalUI

/// How a terminal is opened.
public struct CursesOptions: Sendable {
    /// How the first picture looks.
    public var theme: Theme
    /// A file that takes what is written to standard error while the screen is up; nil leaves it alone, and
    /// then a message of libpq or of the Swift runtime tears the picture.
    public var log: String?
    /// Whether clicks and the wheel are reported; the terminal's own selection then needs Shift.
    public var usesMouse: Bool

    /// Options; those left out are the usual ones.
    public init(theme: Theme = .plain, log: String? = nil, usesMouse: Bool = false) {
        self.theme = theme
        self.log = log
        self.usesMouse = usesMouse
    }
}
