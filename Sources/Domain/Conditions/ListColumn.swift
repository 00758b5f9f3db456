/// The columns that a list can be filtered by, under the names that programs use.
package protocol ListColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    var kind: ColumnKind { get }
    /// Whether a row may lack a value.
    var isOptional: Bool { get }
}

extension ListColumn {
    package var isOptional: Bool { false }
}

/// What a column holds.
package enum ColumnKind: Hashable, Sendable {
    case number(ClosedRange<Int64>)
    case money, percent, moment
    case text(maximum: Int)
    case choice([String])

    package static let id = ColumnKind.number(1...Int64.max)
}
