/// One condition of a filter.
package struct FilterTerm<Field: FilterField>: Hashable, Sendable {
    package enum Condition: Hashable, Sendable {
        /// A text that the search of the list must find.
        case word(String)
        case field(Field, FilterTest)
    }

    package let condition: Condition
    /// Whether rows that fulfil the condition are left out, rather than the others.
    package let isNegated: Bool

    package init(_ condition: Condition, isNegated: Bool = false) {
        (self.condition, self.isNegated) = (condition, isNegated)
    }
}
