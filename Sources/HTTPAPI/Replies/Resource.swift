import Domain
import JSON

/// A kind of row that answers are made of: its members, each with its description and the way to its value.
///
/// JSON, CSV, the choice of `fields` and the documents all come from this one table.
protocol Resource: Sendable {
    /// The name of the shape in documents.
    static var resourceName: String { get }
    static var members: [Member<Self>] { get }
}

/// One member of a row.
struct Member<Row: Sendable>: Sendable {
    let field: Field
    let value: @Sendable (Row) -> MemberValue
    fileprivate let key: JSONKey

    init(_ field: Field, _ value: @escaping @Sendable (Row) -> MemberValue) {
        (self.field, self.value, key) = (field, value, JSONKey(field.name))
    }

    /// A member that is always there, and never null.
    init(
        _ name: String, _ kind: Field.Kind, _ summary: String, _ example: JSONValue,
        _ value: @escaping @Sendable (Row) -> MemberValue
    ) {
        self.init(.required(name, kind, summary, example: example), value)
    }

    /// A member that may be null.
    init(
        nullable name: String, _ kind: Field.Kind, _ summary: String, _ example: JSONValue,
        _ value: @escaping @Sendable (Row) -> MemberValue
    ) {
        self.init(.nullable(name, kind, summary, example: example), value)
    }
}

/// What a member holds.
enum MemberValue {
    case number(Int64)
    case text(String?)
    case money(Money)
    case percent(Percent)
    case moment(Moment?)
    case flag(Bool)
    case none

    static func id<Entity>(_ id: Identifier<Entity>?) -> MemberValue { id.map { .number($0.value) } ?? .none }
    static func count(_ count: Int) -> MemberValue { .number(Int64(count)) }
}

extension Resource {
    /// The shape of a whole row.
    static var shape: Shape { Shape(resourceName, members.map(\.field)) }
}

extension JSONWriter {
    /// Writes the members of a row, within its object.
    mutating func fields<Row: Resource>(of row: Row, _ members: [Member<Row>]) {
        // In place: a copy of a member would count references to all that is said of it.
        members.withUnsafeBufferPointer { members in
            for place in members.indices {
                key(members[place].key)
                value(members[place].value(row))
            }
        }
    }

    /// Writes a whole row.
    mutating func value<Row: Resource>(_ row: Row) {
        object { $0.fields(of: row, Row.members) }
    }

    mutating func value(_ value: MemberValue) {
        switch value {
        case .number(let number): self.value(number)
        case .text(let text): self.value(text)
        case .money(let money): self.value(unscaled: money.minor, scale: 2)
        case .percent(let percent): self.value(unscaled: Int64(percent.basisPoints), scale: 2)
        case .moment(let moment?): verbatimString { moment.append(to: &$0) }
        case .flag(let flag): self.value(flag)
        case .moment(nil), .none: null()
        }
    }
}
