import Wording

/// What a field takes: in a line while it is focused, and at length at the top of the help.
struct FieldHelp: Hashable, Sendable {
    /// Shown on the message line.
    let line: Phrase
    /// The rule in full.
    let rule: Phrase
    /// Texts that it takes.
    let examples: [Phrase]

    init(_ line: Phrase, rule: Phrase = "", examples: [Phrase] = []) {
        (self.line, self.rule, self.examples) = (line, rule, examples)
    }

    /// The help about a field that is called `label`.
    func topic(_ label: Phrase, hasList: Bool) -> HelpTopic {
        var sentences = [line]
        if !rule.isEmpty { sentences.append(rule) }
        if !examples.isEmpty {
            sentences.append("For example: \(Phrase.joined(examples, by: "; "))")
        }
        if hasList { sentences.append("There is a list to choose from.") }
        return HelpTopic(title: label, sentences: sentences)
    }
}
