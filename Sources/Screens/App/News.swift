/// Something that has become of a record.
enum News: Hashable, Sendable {
    case created(Record)
    case changed(Record)

    var record: Record {
        switch self {
        case .created(let record), .changed(let record): record
        }
    }
}
