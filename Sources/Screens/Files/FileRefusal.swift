/// What the operating system refused to do with a file.
package struct FileRefusal: Error, Hashable, Sendable {
    /// The call that failed.
    package let call: String
    package let path: String
    /// The system's sentence.
    package let reason: String
}
