/// The fields that the filter of one list knows, under the names that people type.
package protocol FilterField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Other names of the field, shorter or more usual ones.
    var aliases: [String] { get }
    var kind: FilterKind { get }
    /// The amount that a comparison without a field means: `>500`.
    static var main: Self? { get }
}

extension FilterField {
    package var aliases: [String] { [] }
    package static var main: Self? { nil }

    /// The field of this name, in any case.
    static func named(_ name: String) -> Self? {
        let name = name.lowercased()
        return allCases.first { $0.rawValue == name } ?? allCases.first { $0.aliases.contains(name) }
    }

    /// The field and its choice that a word without a field stands for.
    static func choice(named word: String) -> (field: Self, word: String)? {
        let word = word.lowercased()
        for field in allCases {
            let choice = field.kind.choices.first { $0.alone?.lowercased() == word }
            if let choice { return (field, choice.word) }
        }
        return nil
    }
}
