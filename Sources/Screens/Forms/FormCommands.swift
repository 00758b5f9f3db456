import TerminalUI
import Wording

/// The keys of every form.
enum FormCommands {
    static let table = CommandTable<Action>(
        [
            Command(.accept, "Next field; on the last one, save", keys: "enter", hint: "Next", group: "Form"),
            Command(.save, "Save", keys: "f10 ctrl+s", hint: "Save", group: "Form"),
            Command(.nextField, "Next field", keys: "tab down", group: "Form"),
            Command(.previousField, "Field before", keys: "shift+tab up", hint: "Before", group: "Form"),
            Command(.nextChoice, "Next choice of the field", keys: "f4", group: "Form"),
        ] + GlobalCommands.leaving)
}
