/// How every role looks.
public struct Theme: Hashable, Sendable {
    /// Its name, as the operator chooses it.
    public let name: String
    /// The roles that look other than the base.
    public let styles: [Role: Style]
    /// How everything else looks.
    public let base: Style

    /// A theme.
    public init(name: String, base: Style = Style(), styles: [Role: Style]) {
        self.name = name
        self.base = base
        self.styles = styles
    }

    /// How a role looks; colours that its style leaves out are the base's.
    public subscript(role: Role) -> Style {
        guard var style = styles[role] else { return base }
        style.foreground = style.foreground ?? base.foreground
        style.background = style.background ?? base.background
        return style
    }

    /// A theme of attributes alone, complete without colours: for terminals that have none, with NO_COLOR, and
    /// where no theme file can be read.
    public static let plain = Theme(
        name: "plain",
        styles: [
            .title: Style(attributes: .bold), .heading: Style(attributes: [.bold, .underline]),
            .selection: Style(attributes: .reverse), .mark: Style(attributes: .bold),
            .field: Style(attributes: .underline), .fieldFocus: Style(attributes: [.underline, .bold]),
            .error: Style(attributes: [.bold, .reverse]), .warning: Style(attributes: .bold),
            .ok: Style(attributes: .bold), .match: Style(attributes: .underline),
            .hintKey: Style(attributes: .bold), .status: Style(attributes: .reverse),
            .badge: Style(attributes: .bold), .dim: Style(attributes: .dim),
        ])
}
