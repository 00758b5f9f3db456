import Domain
import Services
import Wording

extension FormScreen {
    /// The record may have been changed by others; what they made of it is looked at before anybody saves.
    mutating func learn(_ changes: Changes) -> [Step] {
        guard !isWriting, let query = subject.reread, query.isConcerned(by: changes) else { return [] }
        return [.ask(query, .subject)]
    }

    mutating func databaseReturned() -> [Step] { isWriting ? [] : subject.reread.map { [.ask($0, .subject)] } ?? [] }

    /// Takes the record in as it is now.
    ///
    /// Where nothing was typed here, their changes are taken over, except under the cursor of somebody who has not
    /// asked; where both have changed a field, the operator chooses. What was typed stays.
    mutating func merge(_ record: Record) -> [Step] {
        let isAsked = isOutdated
        isOutdated = false
        let (facts, version) = (subject.facts, subject.version)
        subject.rebase(on: record)
        guard isAsked || subject.version != version else { return news(since: facts) }
        let theirs = subject.texts
        var changed: [Phrase] = []
        for index in fields.indices {
            let field = fields[index]
            guard let new = theirs[field.name], let old = original[field.name], new != old else { continue }
            changed.append(field.label)
            original[field.name] = new
            merge(new, over: old, at: index, isHeld: index == focus && !isAsked)
        }
        guard !changed.isEmpty else {
            let text: Phrase = "Somebody else has changed this record, but nothing on this form."
            return [.say(isAsked ? .error("\(text) Save again.") : .info(text))]
        }
        return [.say(.error("Changed by somebody else: \(Phrase.joined(changed, by: ", ")). What you typed stays."))]
    }

    private mutating func merge(_ new: String, over old: String, at index: Int, isHeld: Bool) {
        let field = fields[index]
        let row = conflict[field.name]
        let mine = row?.choice == .theirs ? row?.mine ?? field.text : field.text
        guard field.text != new else {
            conflict.remove(field.name)
            return
        }
        let isTaken = field.text == old && !isHeld
        conflict.put(
            FormConflict.Row(
                field: field.name, label: field.label, base: row?.base ?? old, theirs: new, mine: mine,
                choice: isTaken ? .theirs : .undecided))
        if isTaken { fields[index].text = new }
        fields[index].remark =
            isTaken
            ? .news("Somebody else has changed this; it was \"\(old)\".")
            : .news("Theirs is \"\(new)\". Take it, or keep yours.")
    }

    /// What stands above the fields has changed, and no more than that.
    private func news(since facts: [DetailFact]) -> [Step] {
        let changed = subject.facts.filter { !facts.contains($0) }.map { fact -> Phrase in
            "\(fact.label): \(fact.value)"
        }
        guard !changed.isEmpty else { return [] }
        return [.say(.info("Changed meanwhile by somebody else. \(Phrase.joined(changed, by: ", "))"))]
    }

    /// Puts theirs or mine into the focused field; ^Y brings back what stood there.
    mutating func choose(_ choice: FormConflict.Choice) -> [Step] {
        guard let row = conflict[fields[focus].name] else { return [] }
        conflict.choose(choice, for: row.field)
        fields[focus].replace(with: choice == .theirs ? row.theirs : row.mine)
        fields[focus].remark = nil
        recheck()
        return []
    }

    /// Goes to the field that has to be decided about before anything is saved.
    mutating func askForDecision() -> [Step]? {
        guard let row = conflict.undecided, let index = fields.firstIndex(where: { $0.name == row.field }) else {
            return nil
        }
        focus = index
        return [.say(.error("\(row.label): theirs is \"\(row.theirs)\". Take it, or keep yours."))]
    }
}
