import Domain
import Services
import TerminalUI
import Wording

/// A form: fields one below the other, checked when one is left, saved as a whole.
///
/// The rules are the domain's; nothing that was typed is ever thrown away by a refusal. How fields are checked is in
/// `FormScreen+Checking.swift`, what becomes of changes by others in `+Merging.swift`, the picture in `+View.swift`.
struct FormScreen<Subject: FormSubject>: Screen {
    var subject: Subject
    var fields: [FormField]
    var focus = 0
    /// What stood in the fields before anything was typed.
    var original: [String: String]
    var isWriting = false

    init(_ subject: Subject) {
        self.subject = subject
        fields = subject.fields
        for index in fields.indices {
            if let text = subject.texts[fields[index].name] { fields[index].text = text }
        }
        original = Self.texts(fields)
    }

    var crumb: Phrase { subject.title }
    var scopes: [Scope] { [.form, .screen] }
    var isTyping: Bool { true }
    var isUnsaved: Bool { !isWriting && original != Self.texts(fields) }

    /// What is said about the focused field, or else what may stand in it.
    var advice: Notice? {
        let field = fields[focus]
        if let remark = field.remark { return remark.isFault ? .error(remark.text) : .info(remark.text) }
        return field.help.isEmpty ? nil : .info(field.help)
    }

    mutating func perform(_ action: Action) -> [Step]? {
        switch action {
        case .accept: return focus == fields.count - 1 ? save() : move(1)
        case .nextField: return move(1)
        case .previousField: return move(-1)
        case .nextChoice:
            fields[focus].choose(1)
            recheck()
            return []
        case .save: return save()
        default: return nil
        }
    }

    mutating func type(_ press: KeyPress) -> [Step]? {
        guard fields[focus].handle(press) else {
            // A letter that a choice doesn't know is no command either.
            return press.character == nil ? nil : []
        }
        fields[focus].remark = nil
        recheck()
        return []
    }

    mutating func paste(_ text: String) -> [Step] {
        guard !isWriting, fields[focus].choices.isEmpty else { return [] }
        fields[focus].input.insert(text)
        fields[focus].remark = nil
        recheck()
        return []
    }

    /// Goes to another field; the one that is left is checked, and never holds anybody back.
    private mutating func move(_ step: Int) -> [Step] {
        let steps = leave()
        focus = (focus + step + fields.count) % fields.count
        return steps
    }

    mutating func receive(_ reply: Result<Reply, ServiceError>, for slot: Slot) -> [Step] {
        if slot == .write { isWriting = false }
        switch (slot, reply) {
        case (.write, .success(.record(let record))):
            let (news, sentence) = subject.outcome(record)
            original = Self.texts(fields)
            return [.tell(news), .say(.done(sentence)), .close]
        case (.subject, .success(.record(let record))): return merge(record)
        case (_, .failure(let error)): return refuse(error)
        default: return []
        }
    }

    static func texts(_ fields: [FormField]) -> [String: String] {
        Dictionary(fields.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    }
}
