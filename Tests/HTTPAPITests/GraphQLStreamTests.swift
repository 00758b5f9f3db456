import Domain
import JSON
import TestSupport
import Testing

@testable import HTTPAPI

@Suite struct GraphQLStreamTests {
    @Test("A query that is asked for as a stream is one event and the end")
    func answersOnce() async throws {
        try await API.open { api in
            let response = try await api.post(
                "/graphql", #"{"query":"{ __typename }"}"#, headers: [("Accept", "text/event-stream")])
            #expect(response.status == 200)
            #expect(response.headers["content-type"] == "text/event-stream")
            #expect(
                response.text
                    == "event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\nevent: complete\ndata:\n\n")
            let refused = try await api.post(
                "/graphql", #"{"query":"{ nothing }"}"#, headers: [("Accept", "text/event-stream")])
            #expect(refused.text.hasPrefix("event: next\ndata: {\"errors\":[{\"message\":"))
        }
    }

    @Test("A subscription needs a stream")
    func needsStream() async throws {
        try await API.open { api in
            let response = try await api.post("/graphql", #"{"query":"subscription { orderChanged { id } }"}"#)
            #expect(try response.json["errors"]?[0]?["extensions"]?["code"] == "SUBSCRIPTION_NEEDS_STREAM")
        }
    }
}
