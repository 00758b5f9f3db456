/// Something that has become of a record.
enum News: Hashable, Sendable {
    case created(Record)
    case changed(Record)
    /// Changed as one of the rows that were marked in a list.
    case changedTogether(Record)

    var record: Record {
        switch self {
        case .created(let record), .changed(let record), .changedTogether(let record): record
        }
    }
}
