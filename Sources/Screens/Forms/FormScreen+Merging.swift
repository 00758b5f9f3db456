import Domain
import Wording

extension FormScreen {
    /// Somebody else has changed the record: their changes are taken over where nothing was typed here, and shown
    /// where both did.
    ///
    /// What was typed stays.
    mutating func merge(_ record: Record) -> [Step] {
        subject.rebase(on: record)
        let theirs = subject.texts
        var changed: [Phrase] = []
        for index in fields.indices {
            let field = fields[index]
            guard let new = theirs[field.name], let old = original[field.name], new != old else { continue }
            changed.append(field.label)
            if field.text == old {
                fields[index].text = new
                fields[index].remark = .news("Changed by somebody else, from \"\(old)\".")
            } else if field.text != new {
                fields[index].remark = .news("Somebody else has made this \"\(new)\"; saving writes yours over it.")
            }
            original[field.name] = new
        }
        let names: Phrase = changed.isEmpty ? "nothing on this form" : .joined(changed, by: ", ")
        return [.say(.error("Changed meanwhile by somebody else: \(names). Look, then save again."))]
    }
}
