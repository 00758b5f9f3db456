/// A directive is known, and may stand where it stands (sections 5.7.1 and 5.7.2).
final class KnownDirectives: ValidationRule {
    private lazy var table = DirectiveTable(context)

    override func enter(_ directive: Directive, at place: DirectivePlace) {
        let name = directive.name.text
        guard let entry = table[name] else {
            return report("Unknown directive \"@\(name)\".", at: directive.start)
        }
        let location = place.location.rawValue
        guard !entry.locations.contains(location) else { return }
        report("Directive \"@\(name)\" may not be used on \(location).", at: directive.start)
    }
}
