/// What an edit does to one field.
package enum Edit<Value: Sendable>: Sendable {
    case keep
    case set(Value)

    /// The edited field: the new value, or `current`.
    package func applied(to current: Value) -> Value {
        switch self {
        case .keep: current
        case .set(let value): value
        }
    }

    /// The same edit with its value checked or changed.
    package func map<Other: Sendable>(
        _ transform: (Value) throws(Violation) -> Other
    ) throws(Violation) -> Edit<Other> {
        switch self {
        case .keep: .keep
        case .set(let value): .set(try transform(value))
        }
    }
}

extension Edit: Equatable where Value: Equatable {}
extension Edit: Hashable where Value: Hashable {}
