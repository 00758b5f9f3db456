/// One thing that the walk does, and what the screen shows then and did not show before.
struct WalkStep: Sendable {
    enum Deed: Sendable {
        /// Presses the first key that the registry gives an action, by the action's full name.
        case press(String)
        /// Calls an action by its word in the palette, with what stands behind the word.
        case call(String, with: String)
        /// Types text; a line feed in it is Enter.
        case type(String)
        /// Presses keys that are no action's: those of menus, questions and fields, by tmux's names.
        case keys([String])
        /// Asks for something over HTTP, and presses the key of an action.
        case ask(String, then: String)
        /// Gives the terminal another width.
        case widen(Int)
        /// Changes the database without a word to the program, so that only reading anew can show it.
        case change(String)
        /// Runs a command on the shop's machine, in the shop's folder.
        case run(String)
        /// Writes over the screen behind the program's back.
        case scribble(String)
    }

    let deed: Deed
    /// Texts that the screen holds then.
    var shows: [String] = []
    /// A text that it holds no more.
    var hides: String?
    /// A text of the row where the terminal's cursor stands then.
    var row: String?

    /// The action that the step is proof of.
    var action: String? {
        switch deed {
        case .press(let action), .call(let action, _), .ask(_, let action): action
        default: nil
        }
    }

    static func press(_ action: String, shows: String..., hides: String? = nil, row: String? = nil) -> WalkStep {
        WalkStep(deed: .press(action), shows: shows, hides: hides, row: row)
    }

    static func call(
        _ action: String, _ argument: String = "", shows: String..., hides: String? = nil, row: String? = nil
    ) -> WalkStep {
        WalkStep(deed: .call(action, with: argument), shows: shows, hides: hides, row: row)
    }

    static func type(_ text: String, shows: String..., hides: String? = nil, row: String? = nil) -> WalkStep {
        WalkStep(deed: .type(text), shows: shows, hides: hides, row: row)
    }

    static func keys(_ keys: String..., shows: String..., hides: String? = nil, row: String? = nil) -> WalkStep {
        WalkStep(deed: .keys(keys), shows: shows, hides: hides, row: row)
    }

    static func ask(_ target: String, then action: String, shows: String...) -> WalkStep {
        WalkStep(deed: .ask(target, then: action), shows: shows)
    }

    static func widen(_ columns: Int, shows: String..., hides: String? = nil) -> WalkStep {
        WalkStep(deed: .widen(columns), shows: shows, hides: hides)
    }

    static func change(_ statement: String) -> WalkStep { WalkStep(deed: .change(statement)) }

    static func run(_ command: String) -> WalkStep { WalkStep(deed: .run(command)) }

    static func scribble(_ text: String) -> WalkStep { WalkStep(deed: .scribble(text), shows: [text]) }

    /// Whether the screen tells what the step has done.
    var provesSomething: Bool { !shows.isEmpty || hides != nil || row != nil }

    /// Whether the screen is as the step leaves it.
    func isSeen(on sight: DeskSight) -> Bool {
        shows.allSatisfy { sight.text.contains($0) } && hides.map { !sight.text.contains($0) } ?? true
            && row.map { sight.cursorRow.contains($0) } ?? true
    }
}
