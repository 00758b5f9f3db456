/// Finds defaults of input fields that lead back to themselves: filling them in would never end (section 3.10).
struct DefaultCycles {
    let schema: Schema
    private(set) var faults: [(message: String, start: Int)] = []
    private var done: Set<String> = []
    /// The fields whose defaults are being followed.
    private var path: [String] = []

    init(schema: Schema) { self.schema = schema }

    mutating func run() {
        for type in schema.types where type.kind == .inputObject {
            for field in type.inputFields.elements { follow(field, of: type) }
        }
    }

    private mutating func follow(_ field: InputValue, of type: NamedType) {
        guard let literal = field.defaultLiteral else { return }
        let place = "\(type.name).\(field.name)"
        if let first = path.firstIndex(of: place) {
            let via = path[(first + 1)...].joined(separator: ", ")
            faults.append(
                (
                    "Invalid circular reference. The default value of Input Object field \(place) references itself"
                        + (via.isEmpty ? "." : " via the default values of: \(via)."), field.start
                ))
            return
        }
        guard done.insert(place).inserted else { return }
        path.append(place)
        follow(literal, as: field.type)
        path.removeLast()
    }

    private mutating func follow(_ literal: Literal, as type: TypeReference) {
        switch (type.nullable, literal.kind) {
        case (.list(let element), .list(let literals)):
            for literal in literals { follow(literal, as: element) }
        case (.list(let element), _): follow(literal, as: element)
        case (.named(let id), .object(let fields)):
            let type = schema[id]
            for field in type.inputFields.elements {
                if let given = fields.first(where: { $0.name.text == field.name }) {
                    follow(given.value, as: field.type)
                } else {
                    follow(field, of: type)
                }
            }
        default: break
        }
    }
}
