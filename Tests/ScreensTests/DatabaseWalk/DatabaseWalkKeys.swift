import TerminalUI

@testable import Screens

/// The keys of a walk: those of the registry, those that lists and forms live on more often.
enum DatabaseWalkKeys {
    static func any(_ dice: inout some RandomNumberGenerator) -> KeyPress {
        let keys = Bool.random(using: &dice) ? registered : usual
        return keys.randomElement(using: &dice) ?? KeyPress(.enter)
    }

    /// A key that leads to another row.
    static func moving(_ dice: inout some RandomNumberGenerator) -> KeyPress {
        KeyPress([.down, .down, .down, .up, .pageDown, .pageUp].randomElement(using: &dice) ?? .down)
    }

    /// What somebody types: lines of an order, names, filters, the way to a list.
    static func text(_ dice: inout some RandomNumberGenerator) -> String {
        let number = Int.random(in: 1...300, using: &dice)
        let texts = [
            "user \(number)\n", "2*p-\(number)\n", "p-\(number)\n", "H3/user \(number)\n", "H1user \(number)\n",
        ]
        return texts.randomElement(using: &dice) ?? ""
    }

    /// Every press that the registry gives an action in the classic preset, save those that end the program.
    private static let registered: [KeyPress] = ActionRegistry.entries
        .filter { ![.quit, .interrupt, .suspend].contains($0.action) }
        .flatMap { $0.command(.classic).keys }

    private static let usual: [KeyPress] =
        ["down", "down", "down", "up", "pagedown", "pageup", "home", "end", "enter", "enter", "tab", "f12", "f3", "f5"]
        .compactMap { KeyPress($0) }
}
