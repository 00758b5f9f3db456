import Domain
import TerminalUI
import Wording

/// One field of a form: text, or one of a few choices.
struct FormField: Hashable, Sendable {
    /// As the domain's rules call it, see `Violation.field`.
    let name: String
    let label: Phrase
    /// What may stand in it.
    let help: FieldHelp
    /// The values to choose from; none for text.
    let choices: [String]
    /// What the choices are called; one without a name is called by its value.
    let titles: [Phrase]
    let kind: FieldKind
    var input: TextField
    var remark: FieldRemark?
    /// The text for which it was asked who else has it.
    var asked: String?

    init(
        _ name: String, _ label: Phrase, help: FieldHelp = FieldHelp(""), kind: FieldKind = .text,
        choices: [String] = [],
        titles: [Phrase] = [], maximum: Int = 200
    ) {
        (self.name, self.label, self.help, self.choices) = (name, label, help, choices)
        (self.titles, self.kind) = (titles, kind)
        input = TextField(choices.first ?? "", maximumLength: maximum)
    }

    var text: String {
        get { input.text }
        set { input.text = newValue }
    }

    /// Puts another text in the place of what stands there, which ^Y brings back.
    mutating func replace(with text: String) {
        input.clear()
        input.insert(text)
    }

    /// What a choice is called.
    func title(of choice: String) -> Phrase {
        let index = choices.firstIndex(of: choice) ?? titles.count
        return titles.indices.contains(index) ? titles[index] : Phrase(verbatim: choice)
    }

    /// The choices whose words begin with those that were typed.
    func choices(fitting typed: String) -> [FieldSuggestion] {
        guard case .choice(let format) = kind else { return [] }
        let words = SearchText.words(typed)
        return choices.map { FieldSuggestion($0, title: title(of: $0)) }.filter { item in
            let title = " " + SearchText.fold(format.language.text(item.title))
            return words.allSatisfy { title.contains(" " + $0) }
        }
    }

    /// Takes a press; false if it is no matter of the field's.
    mutating func handle(_ press: KeyPress) -> Bool {
        guard !choices.isEmpty else { return input.handle(press) }
        switch press.key {
        case .right, .character(" "): choose(1)
        case .left: choose(-1)
        case .character(let scalar):
            let letter = press.latin.character ?? scalar
            guard let index = choices.firstIndex(where: { $0.unicodeScalars.first == letter }) else { return false }
            text = choices[index]
        default: return false
        }
        return true
    }

    private mutating func choose(_ step: Int) {
        guard let index = choices.firstIndex(of: text) else { return }
        text = choices[(index + step + choices.count) % choices.count]
    }
}
