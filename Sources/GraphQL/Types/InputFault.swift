/// Why a variable's value does not fit its type, and which part of it.
struct InputFault: Error {
    let message: String
    let path: [String]

    init(_ message: String, _ path: [String]) {
        self.message = message
        self.path = path
    }
}
