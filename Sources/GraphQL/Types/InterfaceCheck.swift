/// Checks that a type keeps what the interfaces that it implements promise (section 3.6.1).
struct InterfaceCheck {
    let schema: Schema
    let type: TypeID
    private(set) var faults: [(message: String, start: Int)] = []

    init(schema: Schema, type: TypeID) {
        self.schema = schema
        self.type = type
    }

    mutating func run() {
        let type = schema[type]
        var seen: Set<TypeID> = []
        for id in type.interfaces {
            let interface = schema[id]
            guard interface.kind == .interface else {
                fault(
                    "Type \(type.name) must only implement Interface types, it cannot implement \(interface.name).",
                    type.start)
                continue
            }
            if id == self.type {
                fault(
                    "Type \(type.name) cannot implement itself because it would create a circular reference.",
                    type.start)
            } else if !seen.insert(id).inserted {
                fault("Type \(type.name) can only implement \(interface.name) once.", type.start)
            } else {
                checkAncestors(interface)
                for field in interface.fields.elements { check(field, of: interface) }
            }
        }
    }

    private mutating func fault(_ message: String, _ start: Int) { faults.append((message, start)) }

    private mutating func checkAncestors(_ interface: NamedType) {
        let type = schema[type]
        for ancestor in interface.interfaces where !type.interfaces.contains(ancestor) {
            let name = schema[ancestor].name
            fault(
                ancestor == self.type
                    ? "Type \(type.name) cannot implement \(interface.name) because it would create a circular reference."
                    : "Type \(type.name) must implement \(name) because it is implemented by \(interface.name).",
                type.start)
        }
    }

    private mutating func check(_ promised: FieldType, of interface: NamedType) {
        let type = schema[type]
        let promise = "\(interface.name).\(promised.name)"
        guard let field = type.fields[promised.name] else {
            fault("Interface field \(promise) expected but \(type.name) does not provide it.", type.start)
            return
        }
        let place = "\(type.name).\(field.name)"
        if !schema.isSubtype(field.type, of: promised.type) {
            fault(
                "Interface field \(promise) expects type \(schema.name(of: promised.type)) but \(place) is type "
                    + "\(schema.name(of: field.type)).", field.start)
        }
        for argument in promised.arguments.elements {
            guard let own = field.arguments[argument.name] else {
                fault(
                    "Interface field argument \(promise)(\(argument.name):) expected but \(place) does not provide it.",
                    field.start)
                continue
            }
            if own.type != argument.type {
                fault(
                    "Interface field argument \(promise)(\(argument.name):) expects type "
                        + "\(schema.name(of: argument.type)) but \(place)(\(argument.name):) is type "
                        + "\(schema.name(of: own.type)).", own.start)
            }
        }
        for argument in field.arguments.elements
        where argument.isRequired && promised.arguments[argument.name] == nil {
            fault(
                "Argument \"\(place)(\(argument.name):)\" must not be required type "
                    + "\"\(schema.name(of: argument.type))\" if not provided by the Interface field \"\(promise)\".",
                argument.start)
        }
        if promised.deprecationReason == nil, field.deprecationReason != nil {
            fault(
                "Interface field \(promise) is not deprecated, so implementation field \(place) must not be deprecated.",
                field.start)
        }
    }
}
