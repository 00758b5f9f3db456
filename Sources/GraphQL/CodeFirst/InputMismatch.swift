/// A value that passed the schema is none of the Swift type; a fault of the program, or a rule of its own.
struct InputMismatch: Error, CustomStringConvertible {
    let description: String

    init(_ type: Any.Type) { description = "The value is no \(type)." }
}
