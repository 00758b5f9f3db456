/// What an operation asks for, its fragments included; beyond what an `Int` holds it stays at the largest.
public struct OperationMeasure: Sendable, Hashable {
    /// How deep fields are nested.
    public internal(set) var depth = 0
    /// The number of fields under another name than their own.
    public internal(set) var aliases = 0
    /// The number of fields on the root.
    public internal(set) var rootFields = 0
    /// The values that the response may have.
    public internal(set) var cost = 0

    /// What is beyond the limits, one error each.
    public func errors(beyond limits: OperationLimits) -> [GraphQLError] {
        let pairs = [
            ("nests fields \(depth) deep", depth, limits.maximumDepth),
            ("has \(aliases) aliases", aliases, limits.maximumAliases),
            ("selects \(rootFields) fields on its root", rootFields, limits.maximumRootFields),
            ("may cost \(cost)", cost, limits.maximumCost),
        ]
        return pairs.filter { $0.1 > $0.2 }.map { GraphQLError("The operation \($0.0); the limit is \($0.2).") }
    }
}
