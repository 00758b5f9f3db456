import Wording

/// How well the text of a theme can be read, as it promises.
public enum ThemeContrast: Hashable, Sendable {
    /// 4.5:1 (WCAG 2.2, 1.4.3).
    case normal
    /// 7:1 (WCAG 2.2, 1.4.6): a theme that says `contrast = "high"`, or is called `contrast`.
    case high

    /// The least contrast of text.
    public var minimum: Double {
        switch self {
        case .normal: 4.5
        case .high: 7
        }
    }

    /// Why a role's style can't be read well enough, as a sentence; nil if it can.
    ///
    /// How the terminal's own colours look is the user's choice and nobody's knowledge: a theme may use them, but then
    /// it can't promise 7:1.
    func fault(of style: Style, as role: Role) -> Phrase? {
        guard let foreground = style.foreground, let background = style.background,
            let contrast = foreground.contrast(with: background)
        else {
            return self == .high ? "A contrast of \(minimum):1 needs exact colours, and \(role.name) has others." : nil
        }
        guard contrast < minimum else { return nil }
        // Cut and not rounded, so that 4.499 is never told as 4.5.
        let shown = Double(Int(contrast * 100)) / 100
        return "The contrast of \(role.name) is \(shown):1, below \(minimum):1."
    }
}
