import Domain
import Services
import TerminalUI
import Wording

/// The list that F4 opens below a field.
///
/// What is typed goes into the field as ever, and narrows the list; Enter alone takes something from it.
extension FormScreen {
    func hasLookup(_ index: Int) -> Bool {
        !fields[index].choices.isEmpty || subject.suggest(fields[index].name, "") != nil
    }

    mutating func openLookup() -> [Step] {
        lookup = FieldLookup()
        return narrowLookup()
    }

    /// Asks for what fits the text of the field, if the list is open.
    mutating func narrowLookup() -> [Step] {
        guard let lookup else { return [] }
        let field = fields[focus]
        guard field.choices.isEmpty else {
            self.lookup?.answer(field.choices(fitting: lookup.typed))
            return []
        }
        guard let query = subject.suggest(field.name, field.text) else { return [] }
        self.lookup?.isWaiting = true
        return [.ask(query, .rows)]
    }

    mutating func answerLookup(_ reply: Result<Reply, ServiceError>) -> [Step] {
        guard lookup != nil else { return [] }
        switch reply {
        case .success(let reply):
            lookup?.answer(subject.suggestions(fields[focus].name, fields[focus].text, in: reply))
        case .failure(let error):
            lookup = nil
            return [.say(.error(error.headline))]
        }
        return []
    }

    /// Takes what is selected; `nil` where no list is open, or nothing is in it.
    mutating func takeSuggestion() -> [Step]? {
        guard let lookup else { return nil }
        self.lookup = nil
        guard let choice = lookup.choice else { return nil }
        if fields[focus].choices.isEmpty {
            fields[focus].replace(with: choice.value)
        } else {
            fields[focus].text = choice.value
        }
        return typed()
    }

    /// Closes the list and leaves the field as it is; `nil` where none is open.
    mutating func closeLookup() -> [Step]? {
        guard let lookup else { return nil }
        self.lookup = nil
        return lookup.isWaiting ? [.drop(.rows)] : []
    }

    /// Presses that are about the open list; `nil` for all others.
    mutating func moveInLookup(_ press: KeyPress) -> [Step]? {
        guard let lookup else { return nil }
        switch (press.key, press.modifiers) {
        case (.down, []): self.lookup?.move(1)
        case (.up, []): self.lookup?.move(-1)
        case (.pageDown, []): self.lookup?.move(FieldLookup.limit)
        case (.pageUp, []): self.lookup?.move(-FieldLookup.limit)
        case (.backspace, []) where !fields[focus].choices.isEmpty:
            self.lookup?.typed = String(lookup.typed.dropLast())
            return narrowLookup()
        default:
            guard !fields[focus].choices.isEmpty, let letter = press.character, lookup.typed.count < 60 else {
                return nil
            }
            self.lookup?.typed.unicodeScalars.append(letter)
            return narrowLookup()
        }
        return []
    }

    /// What takes from the list, or moves in it, waits until the list is the one for what was typed.
    func mustWait(for press: KeyPress, action: Action?) -> Bool {
        lookup?.isWaiting == true && (action == .accept || [.up, .down].contains(press.key))
    }
}
