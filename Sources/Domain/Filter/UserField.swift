/// What a filter of users can ask for.
package enum UserField: String, FilterField {
    case name, email, phone, role, archived, created

    package var aliases: [String] {
        switch self {
        case .email: ["mail"]
        case .phone: ["tel"]
        default: []
        }
    }

    package var kind: FilterKind {
        switch self {
        case .name, .email, .phone: .text
        case .role: .choice(Role.allCases.map { FilterChoice($0.rawValue) })
        case .archived: .archived
        case .created: .date
        }
    }
}

extension FilterKind {
    /// `archived` alone is yes; without a word about it, a list has what is not archived.
    static let archived = FilterKind.choice([
        FilterChoice("yes", alone: "archived"), FilterChoice("no", alone: nil), FilterChoice("any", alone: nil),
    ])
}
