/// How much an operation may ask for; held against its measure before anything is executed.
public struct OperationLimits: Sendable, Hashable {
    /// How deep fields may be nested.
    public var maximumDepth: Int
    /// The number of fields under another name than their own.
    public var maximumAliases: Int
    /// The number of fields on the root.
    public var maximumRootFields: Int
    /// The values that the response may have, as far as page sizes tell.
    public var maximumCost: Int
    /// How long a list is taken to be that has no page size.
    public var assumedListLength: Int

    /// Creates limits.
    public init(
        maximumDepth: Int = 20, maximumAliases: Int = 100, maximumRootFields: Int = 50, maximumCost: Int = 50_000,
        assumedListLength: Int = 10
    ) {
        self.maximumDepth = maximumDepth
        self.maximumAliases = maximumAliases
        self.maximumRootFields = maximumRootFields
        self.maximumCost = maximumCost
        self.assumedListLength = assumedListLength
    }
}

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
