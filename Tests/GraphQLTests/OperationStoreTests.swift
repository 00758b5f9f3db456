import GraphQL
import JSON
import Testing

@Suite struct OperationStoreTests {
    /// Tells texts apart, which is all that these tests want of a hash.
    private static func store(_ allowed: [String] = [], onlyAllowed: Bool = false, capacity: Int = 10) -> OperationStore
    {
        OperationStore(allowed: allowed, onlyAllowed: onlyAllowed, capacity: capacity) { bytes in
            "h" + bytes.map { String($0, radix: 16) }.joined()
        }
    }

    private static func hash(_ text: String) -> String { "h" + text.utf8.map { String($0, radix: 16) }.joined() }

    private func code(_ request: GraphQLRequest, _ store: OperationStore) -> JSONValue? {
        do {
            _ = try store.text(of: request)
            return nil
        } catch {
            return error.extensions["code"] ?? .string(error.message)
        }
    }

    @Test("A document is known by its hash once it was sent with it")
    func registration() throws {
        let store = Self.store()
        let hash = Self.hash("{ a }")
        let byHash = GraphQLRequest(nil, documentHash: hash.uppercased())
        #expect(code(byHash, store) == "PERSISTED_QUERY_NOT_FOUND")
        #expect(code(GraphQLRequest("{ b }", documentHash: hash), store) == "PERSISTED_QUERY_MISMATCH")
        #expect(try store.text(of: GraphQLRequest("{ a }")) == "{ a }" && code(byHash, store) != nil)
        #expect(try store.text(of: GraphQLRequest("{ a }", documentHash: hash)) == "{ a }")
        #expect(try store.text(of: byHash) == "{ a }")
    }

    @Test("Of the documents that clients send, the oldest go first")
    func capacity() throws {
        let store = Self.store(capacity: 2)
        for text in ["{ a }", "{ b }", "{ c }"] {
            _ = try store.text(of: GraphQLRequest(text, documentHash: Self.hash(text)))
        }
        #expect(code(GraphQLRequest(nil, documentHash: Self.hash("{ a }")), store) != nil)
        #expect(try store.text(of: GraphQLRequest(nil, documentHash: Self.hash("{ c }"))) == "{ c }")
    }

    @Test("Where only some documents are allowed, no other is answered")
    func allowList() async throws {
        let memory = RequestMemory(operations: Self.store(["{ nothing }"], onlyAllowed: true))
        let schema = try Bookshop.schema()
        let allowed = await schema.answer(GraphQLRequest("{ nothing }"), context: Bookshop(), memory: memory)
        #expect(allowed.errors.isEmpty)
        let named = GraphQLRequest(nil, documentHash: Self.hash("{ nothing }"))
        #expect(await schema.answer(named, context: Bookshop(), memory: memory) == allowed)
        let other = await schema.answer(GraphQLRequest("{ __typename }"), context: Bookshop(), memory: memory)
        #expect(other.data == nil && other.errors.first?.extensions["code"] == "DOCUMENT_NOT_ALLOWED")
    }

    @Test("A request is read from JSON: null is absent, what is not known does not matter")
    func reading() throws {
        let request = try GraphQLRequest(
            json: [
                "query": "{ a }", "operationName": nil, "variables": ["x": 1], "other": 1,
                "extensions": ["persistedQuery": ["version": 1, "sha256Hash": "ab"]],
            ])
        let expected = GraphQLRequest("{ a }", variables: JSONObject([("x", 1)]), documentHash: "ab")
        #expect(request == expected)
    }

    @Test(
        "A member that is missing or of a wrong type is refused",
        arguments: [
            [], [:], ["query": nil], ["query": 1], ["query": "{ a }", "variables": []],
            ["query": "{ a }", "operationName": 1], ["query": "{ a }", "extensions": "x"],
            ["query": "{ a }", "extensions": ["persistedQuery": 1]],
        ] as [JSONValue])
    func refusal(body: JSONValue) {
        #expect(throws: GraphQLError.self) { try GraphQLRequest(json: body) }
    }
}
