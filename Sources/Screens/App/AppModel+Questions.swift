import TerminalUI
import Wording

extension AppModel {
    /// Asks on the message line.
    ///
    /// Enter is no, and so is every key but y.
    mutating func ask(_ text: Phrase, _ steps: [Step], from asker: Int? = nil, number: Int? = nil) -> [Effect] {
        let question = Question(id: nextNumber(), text: text, steps: steps, asker: asker ?? topID, number: number)
        self.question = question
        typeAhead = []
        return [.arm(question.id)]
    }

    mutating func answer(_ question: Question, _ press: KeyPress) -> [Effect] {
        guard question.isArmed else { return [] }
        if question.number != nil { return answerWithNumber(question, press) }
        self.question = nil
        let key = press.latin
        guard key == KeyPress(.character("y")) || key == KeyPress(.character("Y")) else {
            notice = .info("Nothing was changed.")
            return []
        }
        return apply(question.steps, from: question.asker ?? topID)
    }

    /// Takes a digit of the number; Enter compares, and every key that is no digit gives up.
    private mutating func answerWithNumber(_ question: Question, _ press: KeyPress) -> [Effect] {
        if let digit = press.character, ("0"..."9").contains(digit), question.typed.count < 12 {
            self.question?.typed.unicodeScalars.append(digit)
            return []
        }
        if press.key == .backspace, !question.typed.isEmpty {
            self.question?.typed.removeLast()
            return []
        }
        self.question = nil
        guard press.key == .enter, question.number.map(String.init) == question.typed else {
            notice = .info("Nothing was changed.")
            return []
        }
        return apply(question.steps, from: question.asker ?? topID)
    }

    mutating func arm(_ id: Int) {
        if question?.id == id { question?.isArmed = true }
    }
}
