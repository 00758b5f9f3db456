/// How `/graphql` is served.
public struct GraphQLSettings: Sendable, Hashable {
    /// Which statuses tell what.
    public let statuses: GraphQLStatusMode
    /// The directory of the documents that clients may name by their hashes, if there is one.
    public let documents: String?
    /// Whether no other document is answered.
    public let answersOnlyDocuments: Bool
    /// How long a request may be worked on.
    public let seconds: Int

    init?(_ texts: [SettingKey: String]) {
        guard let statuses = texts[.graphQLStatuses].flatMap(GraphQLStatusMode.init(rawValue:)),
            let answersOnlyDocuments = texts[.graphQLOnlyDocuments].flatMap(SettingRule.flag),
            let seconds = texts[.graphQLSeconds].flatMap(SettingRule.integer)
        else { return nil }
        (self.statuses, documents, self.answersOnlyDocuments) =
            (statuses, texts[.graphQLDocuments], answersOnlyDocuments)
        self.seconds = seconds
    }
}

/// Which statuses GraphQL over HTTP has.
public enum GraphQLStatusMode: String, Sendable, CaseIterable {
    /// Those that the audit of graphql-http wants.
    case audit
    /// Those of the draft of August 2026.
    case draft2026 = "2026-08"
}
