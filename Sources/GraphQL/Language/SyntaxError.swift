/// Why a text is no GraphQL document, and at which byte.
struct SyntaxError: Error {
    let message: String
    let offset: Int
}
