/// What a server remembers from one request to the next.
public struct RequestMemory: Sendable {
    /// Documents that were found sound.
    public var documents: DocumentCache?
    /// Documents that clients name by their hashes, and those that are allowed.
    public var operations: OperationStore?

    /// Creates a memory; nil remembers nothing.
    public init(documents: DocumentCache? = nil, operations: OperationStore? = nil) {
        self.documents = documents
        self.operations = operations
    }
}
