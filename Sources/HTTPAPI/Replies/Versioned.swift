import Domain
import HTTPTypes

/// A row that counts its edits, so that a client can tell one state of it from another.
protocol Versioned: Resource {
    /// What the row is called in its tag.
    static var tagName: String { get }
    var number: Int64 { get }
    var version: Int { get }
    /// What changes without being an edit; nothing for most.
    var tagDetail: String { get }
    var updatedAt: Moment { get }
}

extension Versioned {
    var tagDetail: String { "" }

    /// The strong tag of this state: `user17-2`.
    var entityTag: EntityTag { EntityTag("\(Self.tagName)\(number)-\(version)\(tagDetail)") }
}

extension User: Versioned {
    static let tagName = "user"
    var number: Int64 { id.value }
}

extension Product: Versioned {
    static let tagName = "product"
    var number: Int64 { id.value }
    /// Sales move the stock without an edit: another state, but none that an edit has to know.
    var tagDetail: String { tellsStock ? ".\(stock)" : isInStock ? ".some" : ".none" }
}

extension OrderSummary: Versioned {
    static let tagName = "order"
    var number: Int64 { id.value }
}
