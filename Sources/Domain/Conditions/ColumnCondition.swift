/// One condition on one column of a list, as a program asks for it.
///
/// People type ``FilterTerms`` instead, which know more words.
package struct ColumnCondition<Column: ListColumn>: Hashable, Sendable {
    package let column: Column
    package let test: ColumnTest

    package init(_ column: Column, _ test: ColumnTest) { (self.column, self.test) = (column, test) }
}

/// What the value of a column must fulfil.
package enum ColumnTest: Hashable, Sendable {
    /// A comparison with one value; a missing value is unequal to any.
    case compare(Comparison, ColumnValue)
    /// The value is one of these.
    case among([ColumnValue])
    /// The value is like the pattern, in which `*` stands for any characters.
    case like(String, inAnyCase: Bool)
    /// Whether the value is missing.
    case missing(Bool)
}

/// How a column is compared with one value; the raw value is what programs write.
package enum Comparison: String, Sendable, CaseIterable {
    case equal = "eq"
    case unequal = "ne"
    case less = "lt"
    case lessOrEqual = "lte"
    case greater = "gt"
    case greaterOrEqual = "gte"
}

/// A value that a column is compared with.
package enum ColumnValue: Hashable, Sendable {
    case number(Int64)
    case money(Money)
    case percent(Percent)
    case moment(Moment)
    case text(String)
}
