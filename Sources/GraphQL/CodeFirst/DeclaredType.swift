import JSON

/// A type as a schema made in code writes it.
public struct DeclaredType: Sendable {
    let expression: TypeExpression
    /// Whether the named type within is an enumeration, whose values are written without quotation marks.
    let isEnumeration: Bool

    /// A named type that cannot be null.
    static func named(_ name: String, isEnumeration: Bool = false) -> DeclaredType {
        DeclaredType(expression: .nonNull(.named(Name(text: name, start: 0))), isEnumeration: isEnumeration)
    }

    /// The same type, of which null is a value as well.
    var nullable: DeclaredType {
        guard case .nonNull(let type) = expression else { return self }
        return DeclaredType(expression: type, isEnumeration: isEnumeration)
    }

    /// Lists of this type.
    var list: DeclaredType {
        DeclaredType(expression: .nonNull(.list(expression, start: 0)), isEnumeration: isEnumeration)
    }

    /// A default as the schema writes it.
    func literal(_ json: JSONValue) -> Literal {
        switch json {
        case .string(let name) where isEnumeration: Literal(kind: .enumeration(name), start: 0)
        case .array(let elements): Literal(kind: .list(elements.map { literal($0) }), start: 0)
        default: Literal(kind: json.literalKind, start: 0)
        }
    }
}
