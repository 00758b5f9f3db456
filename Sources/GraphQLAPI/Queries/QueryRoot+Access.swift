import Domain
import GraphQL
import Services

extension QueryRoot {
    @FieldBuilder<QueryRoot, Caller> static var access: [Field<QueryRoot, Caller>] {
        Field("me", description: "Who asks, by what, and what they may do; null for who has no account any more.") {
            _, caller in
            try await found {
                WhoAsks(
                    account: try await caller.services.auth.account(of: caller.principal), principal: caller.principal)
            }
        }
        Field("mySessions", description: "The sessions of whoever asks, the latest first, at most 50.") { _, caller in
            try await caller.services.auth.sessions(of: caller.principal)
        }
        Field("myTokens", description: "The tokens of whoever asks, the latest first, at most 50.") { _, caller in
            try await caller.services.auth.tokens(as: caller.principal)
        }
    }
}
