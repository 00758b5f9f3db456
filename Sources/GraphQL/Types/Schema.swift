/// The types, root operations and directives that requests are checked against and executed on.
///
/// A schema does not change once it is made, and everything it refers to is inside of it.
public final class Schema: Sendable {
    package let description: String?
    /// The types; `TypeID` is a place in this list.
    package let types: [NamedType]
    package let ids: [String: TypeID]
    package let queryType: TypeID?
    package let mutationType: TypeID?
    package let subscriptionType: TypeID?
    package let directives: NamedList<DirectiveType>
    /// The definitions the schema was made of, for printing.
    let definitions: [Definition]
    /// `__typename`, `__schema` and `__type`, which no type defines.
    let metaFields: [FieldType]
    /// The values of the root types, where the schema was made in code.
    let rootValues: [OperationKind: any Sendable]
    let translation: ErrorTranslation

    init(_ parts: SchemaParts) {
        description = parts.description
        types = parts.types
        ids = parts.ids
        queryType = parts.roots[.query]
        mutationType = parts.roots[.mutation]
        subscriptionType = parts.roots[.subscription]
        directives = parts.directives
        definitions = parts.definitions
        rootValues = parts.rootValues
        translation = parts.translation
        metaFields = Introspection.metaFields(parts.ids)
    }

    subscript(id: TypeID) -> NamedType { types[id.index] }

    func type(named name: String) -> TypeID? { ids[name] }

    func rootType(_ kind: OperationKind) -> TypeID? {
        switch kind {
        case .query: queryType
        case .mutation: mutationType
        case .subscription: subscriptionType
        }
    }

    /// The type that a document writes, or nil where it names a type unknown here.
    func resolve(_ expression: TypeExpression) -> TypeReference? {
        switch expression {
        case .named(let name): ids[name.text].map { .named($0) }
        case .list(let element, _): resolve(element).map { .list($0) }
        case .nonNull(let type): resolve(type).map { .nonNull($0) }
        }
    }

    /// The type as a document would write it.
    func name(of type: TypeReference) -> String {
        switch type {
        case .named(let id): self[id].name
        case .list(let element): "[" + name(of: element) + "]"
        case .nonNull(let nullable): name(of: nullable) + "!"
        }
    }

    /// Whether the object type is the other type, a member of that union, or an implementer of that interface.
    func isPossible(_ object: TypeID, in type: TypeID) -> Bool {
        object == type || (self[type].kind.isAbstract && self[type].possibleTypes.contains(object))
    }

    /// Whether there is an object type that is both (section 5.5.2.3).
    func overlap(_ first: TypeID, _ second: TypeID) -> Bool {
        if first == second { return true }
        let (firstType, secondType) = (self[first], self[second])
        if firstType.kind.isAbstract {
            return secondType.kind.isAbstract
                ? !Set(firstType.possibleTypes).isDisjoint(with: secondType.possibleTypes)
                : firstType.possibleTypes.contains(second)
        }
        return secondType.kind.isAbstract && secondType.possibleTypes.contains(first)
    }

    /// Whether every value of the one type is a value of the other (sections 3.6.1 and 5.8.5).
    func isSubtype(_ type: TypeReference, of other: TypeReference) -> Bool {
        switch (type, other) {
        case (.nonNull(let type), .nonNull(let other)): isSubtype(type, of: other)
        case (.nonNull(let type), _): isSubtype(type, of: other)
        case (.list(let type), .list(let other)): isSubtype(type, of: other)
        case (.named(let type), .named(let other)):
            type == other || isPossible(type, in: other) || self[type].interfaces.contains(other)
        default: false
        }
    }

    /// The field of a type, `__typename` and the fields of introspection included.
    func field(_ name: String, of id: TypeID) -> FieldType? {
        if name.utf8.first == UInt8(ascii: "_"), let meta = metaField(name, of: id) { return meta }
        return self[id].fields[name]
    }

    private func metaField(_ name: String, of id: TypeID) -> FieldType? {
        switch name {
        case "__typename": self[id].kind.isComposite ? metaFields[0] : nil
        case "__schema": id == queryType ? metaFields[1] : nil
        case "__type": id == queryType ? metaFields[2] : nil
        default: nil
        }
    }
}
