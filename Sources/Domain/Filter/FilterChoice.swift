/// One of the words that a field may have.
package struct FilterChoice: Hashable, Sendable {
    /// The word as it is stored and shown.
    package let word: String
    /// Other words for it, in small letters.
    package let synonyms: [String]
    /// The word that means this choice without its field; `nil` if none does.
    package let alone: String?

    package init(_ word: String, synonyms: [String] = [], alone: String?) {
        (self.word, self.synonyms, self.alone) = (word, synonyms, alone)
    }

    /// A choice that needs no field before it.
    package init(_ word: String, synonyms: [String] = []) { self.init(word, synonyms: synonyms, alone: word) }

    func isNamed(_ name: String) -> Bool {
        let name = name.lowercased()
        return word.lowercased() == name || synonyms.contains(name)
    }
}
