import GraphQL
import JSON
import Testing

@Suite struct ExecutionTests {
    @Test("A relation is asked for once a level, whatever the number of objects")
    func batches() async throws {
        let shop = Bookshop()
        let answer = try await shop.answer("{ authors { name books { name author { name books { name } } } } }")
        #expect(shop.calls == ["authors", "books of 2", "authors of 3", "books of 3"])
        #expect(answer["errors"] == nil)
        #expect(answer["data"]?["authors"]?[0]?["books"]?[1]?["author"]?["name"] == "Lesya")
    }

    @Test("Keys come in the order of the selections, merged where they meet")
    func order() async throws {
        let answer = try await Bookshop().answer(
            """
            query Q($more: Boolean!, $genre: Genre) {
              authors { ...A @include(if: $more) b: born @skip(if: $more) books(genre: $genre) { name } }
            }
            fragment A on Named { __typename name ... on Author { books(genre: $genre) { genre } } }
            """, ["more": true, "genre": "HISTORICAL_NOVEL"])
        #expect(
            answer.description == """
                {"data":{"authors":[{"__typename":"Author","name":"Lesya","books":[]},\
                {"__typename":"Author","name":"Ivan","books":[{"genre":"HISTORICAL_NOVEL","name":"Zakhar Berkut"}]}]}}
                """)
    }

    @Test("An error makes the nearest nullable value above it null, and says where it was")
    func nullPropagation() async throws {
        let answer = try await Bookshop().answer("{ nothing authors { name age } }")
        #expect(
            answer.description == """
                {"errors":[{"message":"Nobody knows.","locations":[{"line":1,"column":26}],"path":["authors",1,"age"],\
                "extensions":{"code":"UNKNOWN"}}],"data":null}
                """)
        let large = try await Bookshop().answer("{ large }")
        #expect(large["data"] == .null && large["errors"]?[0]?["path"] == ["large"])
    }

    @Test("Interfaces, custom scalars, enumerations and defaults come through")
    func types() async throws {
        let answer = try await Bookshop().answer(
            """
            query ($limit: Decimal! = "9.50") {
              find(words: "pisnya") { __typename name ... on Book { price genre } }
              cheaper(than: $limit) { name }
            }
            """)
        #expect(
            answer.description == """
                {"data":{"find":[{"__typename":"Book","name":"Lisova pisnya","price":"12.50","genre":"DRAMA"}],\
                "cheaper":[{"name":"Zakhar Berkut"},{"name":"Kaminnyi hospodar"}]}}
                """)
    }

    @Test("Mutations run one after the other, and end in one of the types of a union")
    func mutations() async throws {
        let shop = Bookshop()
        let answer = try await shop.answer(
            """
            mutation ($order: Order!) {
              a: sell(order: $order) { ...R }
              b: sell(order: { book: 1, quantity: 2 }) { ...R }
              unchanged: note
              removed: note(text: null)
              set: note(text: "x")
            }
            fragment R on SaleResult { ... on Sale { left } ... on ShortStock { available } }
            """, ["order": ["book": "1", "quantity": 2]])
        #expect(shop.calls == ["sell 1", "sell 1"])
        #expect(
            answer.description == """
                {"data":{"a":{"left":1},"b":{"available":1},"unchanged":"unchanged","removed":"removed","set":"x"}}
                """)
    }

    @Test(
        "Variables that do not fit are refused before anything is executed",
        arguments: [
            ["order": ["book": "1", "quantity": "2"]], ["order": ["book": "1", "colour": "red"]], ["order": nil], [:],
            ["order": ["quantity": 1]], ["order": "1"], ["order": ["book": "1", "quantity": 2_147_483_648]],
        ] as [JSONValue])
    func variables(value: JSONValue) async throws {
        let shop = Bookshop()
        let answer = try await shop.answer(
            "mutation ($order: Order!) { sell(order: $order) { __typename } }", value)
        #expect(answer["data"] == nil && answer["errors"]?.arrayValue?.count == 1 && shop.calls.isEmpty)
    }

    @Test("A subscription gives one response for each event, resolved like any other")
    func subscriptions() async throws {
        let shop = Bookshop()
        let schema = try Bookshop.schema()
        let request = GraphQLRequest("subscription { published(genre: DRAMA) { name author { name } } }")
        let responses = try await schema.subscribe(schema.accept(request), context: shop)
        var names: [JSONValue?] = []
        for try await response in responses {
            #expect(response.errors.isEmpty)
            names.append(response.data?["published"]?["name"])
        }
        #expect(names == ["Lisova pisnya", "Kaminnyi hospodar"])
        #expect(shop.calls == ["authors of 1", "authors of 1"])
    }

    @Test("A query cannot be subscribed to")
    func noSubscription() async throws {
        let schema = try Bookshop.schema()
        let query = try schema.accept(GraphQLRequest("{ nothing }"))
        #expect(query.kind == .query && query.operationName == nil)
        let failure = await #expect(throws: RequestFailure.self) {
            try await schema.subscribe(query, context: Bookshop())
        }
        #expect(failure?.stage == .operation && failure?.errors.count == 1)
    }

    @Test(
        "A request that is refused says how far it has come",
        arguments: [
            ("{", .syntax), ("{ unknown }", .validation), ("query A { nothing } query B { nothing }", .operation),
            (
                "query ($x: Int!) { nothing @include(if: true) find(words: [], genre: DRAMA) @skip(if: $y) { id } }",
                .validation
            ),
            ("query ($y: Boolean!) { nothing @skip(if: $y) }", .variables), (nil, .document),
        ] as [(String?, RequestFailure.Stage)])
    func stages(text: String?, stage: RequestFailure.Stage) throws {
        let schema = try Bookshop.schema()
        let failure = #expect(throws: RequestFailure.self) { try schema.accept(GraphQLRequest(text)) }
        #expect(failure?.stage == stage && failure?.response.data == nil)
    }

    @Test("What a resolver throws is concealed, unless it is meant for clients or translated")
    func translation() async throws {
        struct Secret: Error {}
        struct Leaky: GraphQLObject {
            static let graphQL = ObjectDefinition<Leaky, Bookshop>("Query") {
                Field("a") { (_, _) -> Int? in throw Secret() }
            }
        }
        let concealed = await (try Schema(query: Leaky())).answer(GraphQLRequest("{ a }"), context: Bookshop())
        #expect(concealed.errors.map(\.message) == ["Internal server error."])
        let shop = Bookshop()
        let translation = ErrorTranslation { error, context in
            (context as? Bookshop)?.note("\(type(of: error))")
            return GraphQLError("Told.")
        }
        let told = await (try Schema(query: Leaky(), errors: translation)).answer(
            GraphQLRequest("{ a }"), context: shop)
        #expect(told.errors.map(\.message) == ["Told."] && told.errors[0].path == [.key("a")])
        #expect(shop.calls == ["Secret"])
    }
}
