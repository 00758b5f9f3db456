/// How much a validation may do before it gives up.
public struct ValidationLimits: Sendable, Hashable {
    /// The number of errors that are collected.
    public var maximumErrors: Int
    /// How deep selections may be nested, through fragments as well.
    public var maximumDepth: Int
    /// The comparisons and look-ups that one document may cause.
    public var maximumWork: Int
    /// Whether messages offer names that do exist; not for those who may not see the schema.
    public var suggests: Bool

    /// Creates limits; the defaults leave room for any query that a person would write.
    public init(
        maximumErrors: Int = 100, maximumDepth: Int = 200, maximumWork: Int = 500_000,
        suggests: Bool = true
    ) {
        self.maximumErrors = maximumErrors
        self.maximumDepth = maximumDepth
        self.maximumWork = maximumWork
        self.suggests = suggests
    }
}
