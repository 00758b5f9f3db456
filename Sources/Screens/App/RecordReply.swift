import Domain
import Services
import Wording

/// What follows from the answer to a change that a list or a detail has asked for.
enum RecordReply {
    static func steps(_ reply: Result<Reply, ServiceError>) -> [Step] {
        switch reply {
        case .success(.record(let record)): [.tell(.changed(record)), .say(.done(sentence(record)))]
        case .success: []
        case .failure(let error): [.say(.error(error.headline))]
        }
    }

    private static func sentence(_ record: Record) -> Phrase {
        switch record {
        case .user(let user):
            user.archivedAt == nil
                ? "\(user.name) is on the lists again." : "\(user.name) is archived."
        case .product(let product):
            product.archivedAt == nil
                ? "\(product.sku) is on sale again." : "\(product.sku) is archived."
        case .order(let order): "Order \(order.id) is \(order.status.title)."
        }
    }
}
