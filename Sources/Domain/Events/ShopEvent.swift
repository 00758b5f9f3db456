/// Something that has happened to the shop, as the outbox tells it to whoever follows.
package struct ShopEvent: Hashable, Sendable {
    package let position: EventPosition
    package let type: EventType
    /// When its transaction began.
    package let at: Moment
    /// The number of the row; nil where it is about many.
    package let entityID: Int64?
    /// What the row was then, as the text of a JSON object.
    package let data: String

    package init(position: EventPosition, type: EventType, at: Moment, entityID: Int64?, data: String) {
        (self.position, self.type, self.at) = (position, type, at)
        (self.entityID, self.data) = (entityID, data)
    }
}
