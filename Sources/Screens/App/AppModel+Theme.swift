import Wording

/// How the program changes its colours: chosen, looked at in the palette, or because a file was saved.
extension AppModel {
    mutating func choose(theme name: String) -> [Effect] {
        (themes.chosen, themes.shown) = (name, name)
        return [show(name, .chosen)]
    }

    /// Shows the theme that is looked at, and the chosen one again where none is.
    mutating func followLook() -> [Effect] {
        let wanted = overlay?.lookedAtTheme ?? themes.chosen
        guard wanted != themes.shown else { return [] }
        themes.shown = wanted
        return [show(wanted, .looked)]
    }

    /// Reads the theme on the screen anew if its file is among those that have changed.
    mutating func themeFilesChanged(_ changed: Set<String>, names: [String]) -> [Effect] {
        themes.names = names
        return changed.contains(themes.shown) ? [show(themes.shown, .changed)] : []
    }

    mutating func themed(_ request: ThemeRequest) -> [Effect] {
        switch request.reason {
        case .chosen:
            themes.before = request.name
            return say(.done("Theme \(request.name)."))
        case .changed: return say(.done("Theme \(request.name) was read anew."))
        case .looked: return []
        }
    }

    /// A faulty file changes nothing: what was on the screen stays there.
    mutating func themeRefused(_ request: ThemeRequest, _ fault: Phrase) -> [Effect] {
        guard request.reason != .changed else { return say(.error("\(fault) The theme stays as it was.")) }
        if request.reason == .chosen, themes.chosen == request.name { themes.chosen = themes.before }
        return say(.error(fault)) + followLook()
    }

    private mutating func show(_ name: String, _ reason: ThemeRequest.Reason) -> Effect {
        .applyTheme(ThemeRequest(name, reason, number: nextNumber()))
    }
}
