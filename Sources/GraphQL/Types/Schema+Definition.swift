extension Schema {
    /// Whether the schema says itself what its root types are, or has any.
    var definesSchema: Bool {
        queryType != nil || mutationType != nil || subscriptionType != nil
            || definitions.contains { if case .schema = $0 { true } else { false } }
    }
}
