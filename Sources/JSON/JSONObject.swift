/// The members of a JSON object, in their order, each name once.
///
/// Names are compared as Swift compares strings, by canonical equivalence: two spellings of one accented letter
/// are one name, so that no look-up can ever choose between two members.
public struct JSONObject: Sendable, Hashable {
    /// One member of an object.
    public struct Member: Sendable, Hashable {
        /// The name, unescaped.
        public let name: String
        /// The value.
        public internal(set) var value: JSONValue

        /// Creates a member.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The members in source order.
    public private(set) var members: [Member]

    /// An object without members.
    public init() { members = [] }

    /// An object of these members; a name that comes twice is a programmer's error.
    public init(_ elements: [(String, JSONValue)]) {
        precondition(
            Set(elements.map(\.0)).count == elements.count, "The names of a JSON object are distinct.")
        members = elements.map { Member(name: $0.0, value: $0.1) }
    }

    /// An object of members whose names the caller knows to be distinct: nothing is checked, so this is fast.
    public init(distinct members: [Member]) { self.members = members }

    /// The number of members.
    public var count: Int { members.count }

    /// The names in source order.
    public var names: [String] { members.map(\.name) }

    /// The value of a member.
    ///
    /// Setting replaces in place or appends; setting nil removes.
    public subscript(name: String) -> JSONValue? {
        get { members.first { $0.name == name }?.value }
        set {
            let place = members.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
        }
    }
}
