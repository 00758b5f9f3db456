/// `query: Query` within a schema definition.
package struct RootOperation: Sendable {
    let kind: OperationKind
    let type: Name
    let start: Int
}
