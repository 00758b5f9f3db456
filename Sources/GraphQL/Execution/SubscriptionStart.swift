/// How a subscription begins.
public enum SubscriptionStart: Sendable {
    /// The responses to come.
    case responses(ResponseStream)
    /// Why there will be none.
    case refused(GraphQLResponse)
}
