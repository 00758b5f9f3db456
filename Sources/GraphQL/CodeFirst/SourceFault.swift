/// A resolver was given a value that is not of its type: the schema was executed with a foreign root.
struct SourceFault: Error, CustomStringConvertible {
    let description: String

    init(expected: Any.Type, found: any Sendable) {
        description = "A value of \(expected) was expected here, not one of \(type(of: found))."
    }
}
