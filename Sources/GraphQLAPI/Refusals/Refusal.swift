import GraphQL

/// Why a mutation was refused, in what all reasons have in common.
struct Refusal: GraphQLInterface {
    let graphQLObject: any GraphQLObject

    static let graphQL = InterfaceDefinition(
        "Refusal", "Why something was not done; nothing was written.",
        implementedBy: [
            InvalidInputRefusal.self, NotFoundRefusal.self, UnknownReferenceRefusal.self,
            InsufficientStockRefusal.self, PriceChangedRefusal.self, AlreadyTakenRefusal.self,
            VersionMismatchRefusal.self, InvalidTransitionRefusal.self, IdempotencyKeyReusedRefusal.self,
            InvalidCredentialsRefusal.self, TooManyAttemptsRefusal.self,
        ],
        fields: [
            InterfaceField("code", String.self, description: "What programs go by."),
            InterfaceField("message", String.self, description: "What people read."),
        ])
}

/// One reason; what it has beyond its code and its message is its own.
protocol RefusalObject: GraphQLObject where Context == Caller {
    static var name: String { get }
    static var summary: String { get }
    var code: String { get }
    var message: String { get }
}

extension RefusalObject {
    /// The definition with the fields of the interface before those of the reason.
    static func definition(
        @FieldBuilder<Self, Caller> fields: () -> [Field<Self, Caller>]
    ) -> ObjectDefinition<Self, Caller> {
        let own = fields()
        return ObjectDefinition(name, summary, implements: [Refusal.self]) {
            Field("code", \.code)
            Field("message", \.message)
            own
        }
    }
}
