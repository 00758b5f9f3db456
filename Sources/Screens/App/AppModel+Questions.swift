import TerminalUI
import Wording

extension AppModel {
    /// Asks on the message line.
    ///
    /// Enter is no, and so is every key but y.
    mutating func ask(_ text: Phrase, _ steps: [Step], from asker: Int? = nil) -> [Effect] {
        let question = Question(id: nextNumber(), text: text, steps: steps, asker: asker ?? topID)
        self.question = question
        typeAhead = []
        return [.arm(question.id)]
    }

    mutating func answer(_ question: Question, _ press: KeyPress) -> [Effect] {
        guard question.isArmed else { return [] }
        self.question = nil
        let key = press.latin
        guard key == KeyPress(.character("y")) || key == KeyPress(.character("Y")) else {
            notice = .info("Nothing was changed.")
            return []
        }
        return apply(question.steps, from: question.asker ?? topID)
    }

    mutating func arm(_ id: Int) {
        if question?.id == id { question?.isArmed = true }
    }
}
