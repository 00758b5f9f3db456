/// Lists the fields of an object type, one a line.
@resultBuilder
public enum FieldBuilder<Root: Sendable, Context: Sendable> {
    /// A field of its own.
    public static func buildExpression(_ field: Field<Root, Context>) -> [Field<Root, Context>] { [field] }

    /// A field that is resolved in batches.
    public static func buildExpression(_ field: BatchField<Root, Context>) -> [Field<Root, Context>] { [field.field] }

    /// A field of a subscription.
    public static func buildExpression(_ field: StreamField<Root, Context>) -> [Field<Root, Context>] { [field.field] }

    /// Fields that were listed elsewhere.
    public static func buildExpression(_ fields: [Field<Root, Context>]) -> [Field<Root, Context>] { fields }

    /// All fields in their order.
    public static func buildBlock(_ fields: [Field<Root, Context>]...) -> [Field<Root, Context>] {
        fields.flatMap { $0 }
    }

    /// Fields that are there under a condition.
    public static func buildOptional(_ fields: [Field<Root, Context>]?) -> [Field<Root, Context>] { fields ?? [] }

    /// One of two lists.
    public static func buildEither(first: [Field<Root, Context>]) -> [Field<Root, Context>] { first }

    /// The other of two lists.
    public static func buildEither(second: [Field<Root, Context>]) -> [Field<Root, Context>] { second }
}
