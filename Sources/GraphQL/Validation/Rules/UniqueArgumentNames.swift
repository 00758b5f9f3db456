/// No argument is given twice (section 5.4.2).
final class UniqueArgumentNames: ValidationRule {
    override func enter(_ arguments: [ArgumentNode]) {
        for group in repeated(arguments.map(\.name)) {
            report("There can be only one argument named \"\(group[0].text)\".", at: group.map(\.start))
        }
    }
}
