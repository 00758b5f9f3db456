/// Why a request cannot be executed at all.
struct RequestFailure: Error {
    let errors: [GraphQLError]

    init(errors: [GraphQLError]) { self.errors = errors }

    init(_ message: String, _ locations: [SourceLocation] = []) {
        errors = [GraphQLError(message, locations: locations)]
    }
}
