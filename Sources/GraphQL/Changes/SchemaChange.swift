/// A difference between two schemas that clients of the older one may notice.
public struct SchemaChange: Sendable, Hashable, CustomStringConvertible {
    /// What a change may do to a client.
    public enum Effect: String, Sendable, CaseIterable {
        /// A request that was sound may be refused, or its answer have another form.
        case breaking
        /// The answer may hold what the client has never met.
        case dangerous
    }

    /// What the change may do.
    public let effect: Effect
    /// What has changed.
    public let message: String

    /// The effect and the message.
    public var description: String { "\(effect.rawValue): \(message)" }
}

extension Schema {
    /// What has changed since an older schema and is not harmless, in the order of the older schema.
    public func changes(since old: Schema) -> [SchemaChange] {
        var comparison = SchemaComparison(old: old, new: self)
        comparison.run()
        return comparison.changes
    }
}
