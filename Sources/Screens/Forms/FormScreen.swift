import Domain
import Services
import TerminalUI
import Wording

/// A form: fields one below the other, checked when one is left, saved as a whole.
///
/// The rules are the domain's; nothing that was typed is ever thrown away by a refusal. How fields are checked is in
/// `FormScreen+Checking.swift`, the list that F4 opens in `+Lookup.swift`, what becomes of changes by others in
/// `+Merging.swift`, the picture in `+View.swift`.
struct FormScreen<Subject: FormSubject>: Screen {
    var subject: Subject
    var fields: [FormField]
    var focus = 0
    /// What stood in the fields before anything was typed, or stands in the record since somebody else changed it.
    var original: [String: String]
    var isWriting = false
    /// Whether a save was refused because the record is no longer the one that was edited.
    var isOutdated = false
    var conflict = FormConflict()
    var lookup: FieldLookup?

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

    var hinted: [Action]? {
        conflict.isEmpty
            ? [.accept, .save, .lookup, .previousField, .back]
            : [.takeTheirs, .keepMine, .save, .nextField, .previousField]
    }

    func refusal(of action: Action) -> Phrase? {
        switch action {
        case .takeTheirs, .keepMine:
            conflict[fields[focus].name] == nil ? "Nobody else has changed this field meanwhile." : nil
        case .lookup: hasLookup(focus) ? nil : "This field has no list to choose from."
        default: nil
        }
    }

    /// What is said about the focused field, or else what may stand in it.
    var advice: Notice? {
        let field = fields[focus]
        if let remark = field.remark { return remark.isFault ? .error(remark.text) : .info(remark.text) }
        return field.help.line.isEmpty ? nil : .info(field.help.line)
    }

    var topic: HelpTopic? { fields[focus].help.topic(fields[focus].label, hasList: hasLookup(focus)) }

    mutating func perform(_ action: Action) -> [Step]? {
        switch action {
        case .accept:
            if let steps = takeSuggestion() { return steps }
            return focus == fields.count - 1 ? save() : move(1)
        case .nextField: return move(1)
        case .previousField: return move(-1)
        case .lookup: return openLookup()
        case .cancel: return closeLookup()
        case .takeTheirs: return choose(.theirs)
        case .keepMine: return choose(.mine)
        case .save: return save()
        default: return nil
        }
    }

    mutating func type(_ press: KeyPress) -> [Step]? {
        if let steps = moveInLookup(press) { return steps }
        guard fields[focus].handle(press) else {
            // A letter that a choice doesn't know is no command either.
            return press.character == nil ? nil : []
        }
        return typed()
    }

    mutating func paste(_ text: String) -> [Step] {
        guard !isWriting, fields[focus].choices.isEmpty else { return [] }
        fields[focus].input.insert(text)
        return typed()
    }

    /// Something was typed into the focused field.
    mutating func typed() -> [Step] {
        fields[focus].remark = nil
        conflict.note(typed: fields[focus].text, in: fields[focus].name)
        recheck()
        return narrowLookup()
    }

    mutating func click(_ part: PictureNotes.Part, isDouble: Bool) -> [Step]? {
        if case .choice(let index) = part, let lookup {
            self.lookup?.move(index - lookup.selected)
            return isDouble ? takeSuggestion() : []
        }
        guard case .field(let index) = part, fields.indices.contains(index), !isWriting, lookup == nil else {
            return nil
        }
        return move(index - focus)
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
        case (.write, .failure(let error)): return refuse(error)
        case (.subject, .success(.record(let record))): return merge(record)
        // Nobody has asked for what was read by the way: the banner tells of a lost database.
        case (.subject, .failure(let error)) where isOutdated: return [.say(.error(error.headline))]
        case (.rows, _): return answerLookup(reply)
        case (.check(let field), .success(.records(let records))): return warn(of: records, in: field)
        default: return []
        }
    }

    mutating func forget(_ slot: Slot) {
        if slot == .rows { lookup = nil }
    }

    static func texts(_ fields: [FormField]) -> [String: String] {
        Dictionary(fields.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    }
}
