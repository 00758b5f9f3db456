import Domain

/// The rows that a caller asks for by their ids: each once, in the order of the ids.
///
/// Equal ones are soon found equal, since it is plain numbers that are compared.
struct RowIDs<Entity>: Hashable, Sendable {
    private let numbers: [Int64]

    init(_ ids: some Collection<Identifier<Entity>>) {
        var numbers: [Int64] = []
        numbers.reserveCapacity(ids.count)
        for number in ids.map(\.value).sorted() where number != numbers.last { numbers.append(number) }
        self.numbers = numbers
    }

    var ids: [Identifier<Entity>] { numbers.map { Identifier($0) } }
}
