/// The six kinds of named types.
public enum TypeKind: String, Sendable, CaseIterable {
    /// A leaf with a Swift type of its own.
    case scalar = "SCALAR"
    /// A type with fields.
    case object = "OBJECT"
    /// Fields that several object types have in common.
    case interface = "INTERFACE"
    /// One of several object types.
    case union = "UNION"
    /// A leaf with a fixed list of values.
    case enumeration = "ENUM"
    /// Input with fields.
    case inputObject = "INPUT_OBJECT"

    /// The keyword of the type's definition.
    var keyword: String {
        switch self {
        case .scalar: "scalar"
        case .object: "type"
        case .interface: "interface"
        case .union: "union"
        case .enumeration: "enum"
        case .inputObject: "input"
        }
    }

    var isLeaf: Bool { self == .scalar || self == .enumeration }
    var isComposite: Bool { self == .object || self == .interface || self == .union }
    var isAbstract: Bool { self == .interface || self == .union }
    var isInput: Bool { isLeaf || self == .inputObject }
    var isOutput: Bool { self != .inputObject }
}
