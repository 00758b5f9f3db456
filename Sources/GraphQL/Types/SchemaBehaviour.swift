/// What a schema does beyond what its definitions say.
struct SchemaBehaviour: Sendable {
    /// How fields get their values, by type and field; a field without a resolver is read from a JSON object.
    var resolvers: [String: [String: Resolver]] = [:]
    /// How custom scalars are read and written, by type.
    var scalars: [String: ScalarRules] = [:]
}
