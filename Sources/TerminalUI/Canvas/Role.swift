/// What a piece of text means; a ``Theme`` says how that looks.
///
/// Widgets name roles and never colours, so that every screen follows every theme.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
    case text, dim, title, heading, selection, mark, field, fieldFocus, error, ok, warning, money, match
    case border, hint, hintKey, status, badge

    /// The name that theme files use, as the case is spelled here.
    public var name: String { "\(self)" }

    /// The role of that name, or nil.
    public init?(name: some StringProtocol) {
        guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }

    /// True for roles that carry words, which must keep a contrast of 4.5:1; a border carries none.
    public var isText: Bool { self != .border }
}

/// Another name for ``Role``, for files that see a role of users as well.
public typealias CellRole = Role
