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
