import Domain
import Services
import TerminalUI
import Wording

/// A form: fields one below the other, checked when one is left, saved as a whole.
///
/// The rules are the domain's; nothing that was typed is ever thrown away by a refusal.
struct FormScreen<Subject: FormSubject>: Screen {
    private(set) var subject: Subject
    private(set) var fields: [FormField]
    private(set) var focus = 0
    /// What stood in the fields before anything was typed.
    private var original: [String: String]
    private(set) var isWriting = false

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

    /// The rule that the focused field breaks, or else what may stand in it.
    var advice: Notice? {
        let field = fields[focus]
        if let violation = field.violation { return .error(violation) }
        if let news = field.news { return .info(news) }
        return field.help.isEmpty ? nil : .info(field.help)
    }

    mutating func perform(_ action: Action) -> [Step]? {
        switch action {
        case .accept:
            if focus == fields.count - 1 { return save() }
            move(1)
        case .nextField: move(1)
        case .previousField: move(-1)
        case .nextChoice: fields[focus].choose(1)
        case .save: return save()
        default: return nil
        }
        return []
    }

    mutating func type(_ press: KeyPress) -> [Step]? {
        guard fields[focus].handle(press) else {
            // A letter that a choice doesn't know is no command either.
            return press.character == nil ? nil : []
        }
        (fields[focus].violation, fields[focus].news) = (nil, nil)
        return []
    }

    mutating func paste(_ text: String) -> [Step] {
        guard !isWriting, fields[focus].choices.isEmpty else { return [] }
        fields[focus].input.insert(text)
        fields[focus].violation = nil
        return []
    }

    /// Goes to another field; the one that is left is checked.
    private mutating func move(_ step: Int) {
        let name = fields[focus].name
        fields[focus].violation = violations().first { $0.field == name }?.message
        focus = (focus + step + fields.count) % fields.count
    }

    private func violations() -> [Violation] {
        do throws(InvalidInput) {
            _ = try subject.query(FormValues(Self.texts(fields)))
            return []
        } catch {
            return error.violations
        }
    }

    private mutating func save() -> [Step] {
        let query: Query?
        do throws(InvalidInput) {
            query = try subject.query(FormValues(Self.texts(fields)))
        } catch {
            return refuse(error.violations)
        }
        guard let query else { return [.say(.done("Nothing was changed.")), .close] }
        isWriting = true
        return [.ask(query, .write)]
    }

    /// Shows every broken rule at its field, and goes to the first of them.
    private mutating func refuse(_ violations: [Violation]) -> [Step] {
        for index in fields.indices {
            fields[index].violation = violations.first { $0.field == fields[index].name }?.message
        }
        if let bad = fields.firstIndex(where: { $0.violation != nil }) { focus = bad }
        return [.say(.error(fields[focus].violation ?? violations.first?.message ?? "The input is not right."))]
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

    private mutating func refuse(_ error: ServiceError) -> [Step] {
        switch error {
        case .invalid(let violations): return refuse(violations)
        case .conflict(.versionMismatch): return subject.reread.map { [.ask($0, .subject)] } ?? []
        case .conflict(let conflict):
            return refuse([Violation(conflict.field ?? "", "conflict", conflict.headline)])
        case .insufficientStock: return refuse([Violation("delta", "stock", error.headline)])
        default: return [.say(.error(error.headline))]
        }
    }

    /// Somebody else has changed the record: their changes are taken over where nothing was typed here, and shown
    /// where both did.
    ///
    /// What was typed stays.
    private mutating func merge(_ record: Record) -> [Step] {
        subject.rebase(on: record)
        let theirs = subject.texts
        var changed: [Phrase] = []
        for index in fields.indices {
            let field = fields[index]
            guard let new = theirs[field.name], let old = original[field.name], new != old else { continue }
            changed.append(field.label)
            if field.text == old {
                fields[index].text = new
                fields[index].news = "Changed by somebody else, from \"\(old)\"."
            } else if field.text != new {
                fields[index].news = "Somebody else has made this \"\(new)\"; saving writes yours over it."
            }
            original[field.name] = new
        }
        let names: Phrase = changed.isEmpty ? "nothing on this form" : .joined(changed, by: ", ")
        return [.say(.error("Changed meanwhile by somebody else: \(names). Look, then save again."))]
    }

    private static func texts(_ fields: [FormField]) -> [String: String] {
        Dictionary(fields.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    }
}
