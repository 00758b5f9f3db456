import Domain
import Services
import Wording

extension FormScreen {
    /// The focused field is left: its text is written as the screens write it, and checked.
    mutating func leave() -> [Step] {
        write(focus)
        let field = fields[focus]
        let closing = closeLookup() ?? []
        if let remark = field.remark { return closing + (remark.isFault ? [.say(.error(remark.text))] : []) }
        guard let violation = violations().first(where: { $0.field == field.name }) else {
            return closing + askForTwins(of: field, at: focus)
        }
        fields[focus].remark = .broken(violation.message)
        return closing + [.say(.error(violation.message))]
    }

    /// Asks who has the same in this field already.
    private mutating func askForTwins(of field: FormField, at index: Int) -> [Step] {
        guard !field.text.isEmpty, field.text != original[field.name], field.text != field.asked,
            let query = subject.twins(field.name, field.text)
        else { return [] }
        fields[index].asked = field.text
        return [.ask(query, .check(field.name))]
    }

    /// Somebody has the same already: that is said, and forbids nothing.
    mutating func warn(of twins: [Record], in name: String) -> [Step] {
        guard let index = fields.firstIndex(where: { $0.name == name }), fields[index].asked == fields[index].text,
            fields[index].remark == nil,
            let text = twins.compactMap({ subject.warning(name, of: $0) }).first
        else { return [] }
        fields[index].remark = .warning(text)
        return [.say(.info(text))]
    }

    /// Writes a field's text as the screens write it; one that nobody has changed stays as it was stored.
    private mutating func write(_ index: Int) {
        let field = fields[index]
        guard field.choices.isEmpty, field.text != original[field.name] else { return }
        let written = field.kind.written(field.text)
        if written != field.text { fields[index].text = written }
    }

    /// Takes complaints away that are no longer right, since one field's text may mend another's fault.
    mutating func recheck() {
        guard fields.contains(where: { if case .broken? = $0.remark { true } else { false } }) else { return }
        let broken = violations()
        for index in fields.indices {
            guard case .broken? = fields[index].remark else { continue }
            let violation = broken.first { $0.field == fields[index].name }
            fields[index].remark = violation.map { .broken($0.message) }
        }
    }

    private func violations() -> [Violation] {
        do throws(InvalidInput) {
            _ = try subject.query(FormValues(Self.texts(fields)))
            return []
        } catch {
            return error.violations
        }
    }

    mutating func save() -> [Step] {
        let closing = closeLookup() ?? []
        for index in fields.indices { write(index) }
        if let steps = askForDecision() { return closing + steps }
        let query: Query?
        do throws(InvalidInput) {
            query = try subject.query(FormValues(Self.texts(fields)))
        } catch {
            return closing + refuse(error.violations) { .broken($0) }
        }
        guard let query else { return [.say(.done("Nothing was changed.")), .close] }
        isWriting = true
        return closing + [.ask(query, .write)]
    }

    /// Shows every fault at its field, and goes to the first of them.
    private mutating func refuse(_ violations: [Violation], as remark: (Phrase) -> FieldRemark) -> [Step] {
        for index in fields.indices {
            let violation = violations.first { $0.field == fields[index].name }
            if let violation {
                fields[index].remark = remark(violation.message)
            } else if fields[index].remark?.isFault == true {
                fields[index].remark = nil
            }
        }
        if let bad = fields.firstIndex(where: { $0.remark?.isFault == true }) { focus = bad }
        return [.say(.error(fields[focus].remark?.text ?? violations.first?.message ?? "The input is not right."))]
    }

    mutating func refuse(_ error: ServiceError) -> [Step] {
        switch error {
        case .invalid(let violations): return refuse(violations) { .refused($0) }
        case .conflict(.versionMismatch):
            isOutdated = true
            return subject.reread.map { [.ask($0, .subject)] } ?? []
        case .conflict(let conflict):
            return refuse([Violation(conflict.field ?? "", "conflict", conflict.headline)]) { .refused($0) }
        case .insufficientStock: return refuse([Violation("delta", "stock", error.headline)]) { .refused($0) }
        default: return [.say(.error(error.headline))]
        }
    }
}
