/// No two fragments have one name (section 5.5.1.1).
final class UniqueFragmentNames: ValidationRule {
    private var names: [String: Int] = [:]

    override func enter(_ fragment: Fragment) {
        let name = fragment.name
        if let first = names[name.text] {
            report("There can be only one fragment named \"\(name.text)\".", at: [first, name.start])
        } else {
            names[name.text] = name.start
        }
    }
}
