/// What the rules of one validation share: the document, the schema, the errors so far.
final class ValidationContext {
    let document: Document
    let schema: Schema?
    let limits: ValidationLimits
    /// The fragments by name; of two with one name, which is an error, the last.
    let fragments: [String: Fragment]
    /// What is known at the place of the walk.
    var types = TypeContext()
    private(set) var errors: [GraphQLError] = []
    /// Set where a limit was reached: the walk ends at once.
    private(set) var isAborted = false
    private var work: Int
    private(set) lazy var usages = VariableUsages(document: document, schema: schema)

    init(document: Document, schema: Schema?, limits: ValidationLimits = ValidationLimits()) {
        self.document = document
        self.schema = schema
        self.limits = limits
        work = limits.maximumWork
        fragments = Dictionary(document.fragments.map { ($0.name.text, $0) }, uniquingKeysWith: { _, last in last })
    }

    func report(_ message: String, at starts: [Int]) {
        guard !isAborted else { return }
        guard errors.count < limits.maximumErrors else {
            return abort("Too many validation errors, error limit reached. Validation aborted.")
        }
        errors.append(GraphQLError(message, locations: document.locations(starts)))
    }

    /// Ends the validation with a last error.
    func abort(_ message: String = "Validation aborted.") {
        guard !isAborted else { return }
        isAborted = true
        errors.append(GraphQLError(message))
    }

    /// Takes from the work that one document may cause.
    /// - Returns: false where nothing is left, and the validation has been aborted.
    func spend(_ amount: Int) -> Bool {
        guard !isAborted else { return false }
        work -= amount
        if work < 0 { abort() }
        return work >= 0
    }

    /// The fragments that a selection set spreads, directly or through others, each once.
    func reachableFragments(from selectionSet: SelectionSet) -> [Fragment] {
        var found: [Fragment] = []
        var seen: Set<String> = []
        var stack = [selectionSet]
        while let set = stack.popLast() {
            for spread in usages.spreads(of: set) {
                guard spend(1) else { return found }
                let name = spread.name.text
                guard seen.insert(name).inserted, let fragment = fragments[name] else { continue }
                found.append(fragment)
                stack.append(fragment.selectionSet)
            }
        }
        return found
    }
}
