import Domain
import GraphQL

/// Bounds of a value; all that are given must hold.
struct Bounds<Value: GraphQLInput & RangeValue>: GraphQLInputObject {
    /// The least and the largest value within the bounds, both included, as whole numbers.
    let lower, upper: Int64?

    static var graphQL: InputDefinition<Self> {
        InputDefinition(
            Value.rangeName, Argument("eq", Value?.self, description: "This."),
            Argument("gt", Value?.self, description: "More."),
            Argument("gte", Value?.self, description: "This or more."),
            Argument("lt", Value?.self, description: "Less."),
            Argument("lte", Value?.self, description: "This or less."),
            description: "Bounds of a value; all that are given must hold."
        ) { equal, above, least, below, largest in
            Self(
                lower: [equal?.step, least?.step, above.map { shifted($0.step, by: 1) }].compactMap { $0 }.max(),
                upper: [equal?.step, largest?.step, below.map { shifted($0.step, by: -1) }].compactMap { $0 }.min())
        }
    }

    /// A bound at the very end of the numbers stays where it is.
    private static func shifted(_ step: Int64, by distance: Int64) -> Int64 {
        let (sum, overflow) = step.addingReportingOverflow(distance)
        return overflow ? step : sum
    }
}

/// A value that counts in whole steps, such as cents.
protocol RangeValue {
    static var rangeName: String { get }
    var step: Int64 { get }
}

extension Int: RangeValue {
    static var rangeName: String { "IntRange" }
    var step: Int64 { Int64(self) }
}

extension Money: RangeValue {
    static var rangeName: String { "DecimalRange" }
    var step: Int64 { minor }
}

extension Moment: RangeValue {
    static var rangeName: String { "DateTimeRange" }
    var step: Int64 { microseconds }
}
