/// How much a request may ask for, from its first byte to its last answer.
public struct RequestLimits: Sendable, Hashable {
    /// What the parser reads.
    public var parser: ParserLimits
    /// What the validation does.
    public var validation: ValidationLimits
    /// What the operation asks for.
    public var operation: OperationLimits
    /// How long the execution may take; nil for as long as it does.
    public var time: Duration?

    /// Creates limits.
    public init(
        parser: ParserLimits = ParserLimits(), validation: ValidationLimits = ValidationLimits(),
        operation: OperationLimits = OperationLimits(), time: Duration? = .seconds(10)
    ) {
        self.parser = parser
        self.validation = validation
        self.operation = operation
        self.time = time
    }
}
