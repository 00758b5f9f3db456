import Domain

extension Parameter {
    /// The comparisons that a list offers: `field` and `field.op` for each of its columns.
    static func filters<Column: ListColumn>(of type: Column.Type) -> [Parameter] {
        Column.allCases.flatMap { column in
            var parameters = [Parameter(column.rawValue, column.kind.parameter, "\(column.rawValue) is this.")]
            for (operation, kind) in column.operations {
                let name = "\(column.rawValue).\(operation.rawValue)"
                parameters.append(Parameter(name, kind, "\(column.rawValue) \(operation.words)."))
            }
            return parameters
        }
    }
}

/// What a filter's name may end with.
enum FilterOperation: String, CaseIterable {
    case ne, lt, lte, gt, gte, `in`, like, ilike, null

    fileprivate var words: String {
        switch self {
        case .ne: "is not this, or missing"
        case .lt: "is less"
        case .lte: "is this or less"
        case .gt: "is more"
        case .gte: "is this or more"
        case .in: "is one of these"
        case .like: "is like this, * for any characters"
        case .ilike: "is like this in any case, * for any characters"
        case .null: "is missing (true), or is not (false)"
        }
    }

    var comparison: Comparison? {
        switch self {
        case .ne: .unequal
        case .lt: .less
        case .lte: .lessOrEqual
        case .gt: .greater
        case .gte: .greaterOrEqual
        case .in, .like, .ilike, .null: nil
        }
    }
}

extension ListColumn {
    /// The operations that the column has besides equality, each with the kind of its value.
    var operations: [(FilterOperation, Parameter.Kind)] {
        let value = kind.parameter
        let some: [FilterOperation] =
            switch kind {
            case .number, .money, .percent, .moment: [.ne, .lt, .lte, .gt, .gte, .in]
            case .text: [.ne, .in, .like, .ilike]
            case .choice: [.ne, .in]
            }
        return (some + (isOptional ? [.null] : []))
            .map { operation in
                switch operation {
                case .in: (operation, .list(value))
                case .null: (operation, .boolean)
                default: (operation, value)
                }
            }
    }
}

extension ColumnKind {
    /// What a parameter may hold that is compared with the column.
    fileprivate var parameter: Parameter.Kind {
        switch self {
        case .number(let range): .integer(range.clamped(to: -Parameter.largest...Parameter.largest))
        case .money: .money
        case .percent: .percent
        case .moment: .moment
        case .text(let maximum): .text(maximum: maximum)
        case .choice(let words): .choice(words)
        }
    }

    /// A value of the column; nil for what is none.
    fileprivate func value(_ text: String) -> ColumnValue? {
        switch self {
        case .number: Parameter.integer(text).map { .number($0) }
        case .money: Parameter.money(text).map { .money($0) }
        case .percent: Parameter.percent(text).map { .percent($0) }
        case .moment: Parameter.moment(text).map { .moment($0) }
        case .text, .choice: .text(text)
        }
    }
}

extension QueryArguments {
    /// What the query asks of the columns of a list.
    func conditions<Column: ListColumn>(of type: Column.Type) -> [ColumnCondition<Column>] {
        Column.allCases.flatMap { column in
            let equal = text(column.rawValue).flatMap { column.kind.value($0) }
                .map { ColumnCondition(column, .compare(.equal, $0)) }
            let others = column.operations.compactMap { operation, _ in
                text("\(column.rawValue).\(operation.rawValue)").flatMap { test(operation, $0, column.kind) }
                    .map { ColumnCondition(column, $0) }
            }
            return (equal.map { [$0] } ?? []) + others
        }
    }

    private func test(_ operation: FilterOperation, _ text: String, _ kind: ColumnKind) -> ColumnTest? {
        switch operation {
        case .in: .among(Parameter.words(text).compactMap { kind.value($0) })
        case .like, .ilike: .like(text, inAnyCase: operation == .ilike)
        case .null: .missing(text == "true")
        default:
            operation.comparison.flatMap { comparison in
                kind.value(text).map { .compare(comparison, $0) }
            }
        }
    }
}
