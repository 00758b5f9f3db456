import GraphQL
import JSON
import Testing

@Suite struct CodeFirstTests {
    @Test("A schema in code prints as definition language, types in the order in which they are reached")
    func sdl() throws {
        #expect(
            try Bookshop.schema().sdl == """
                type Query {
                  authors: [Author!]!
                  find(words: [String!]!, genre: Genre! = DRAMA): [Named!]!
                  cheaper(than: Decimal!): [Book!]!
                  nothing: String
                  large: Int!
                }

                type Author implements Named {
                  id: ID!

                  \"\"\"The name on the cover.\"\"\"
                  name: String!
                  born: Int
                  age: Int! @deprecated(reason: "Ask for born.")
                  books(genre: Genre): [Book!]!
                }

                interface Named {
                  id: ID!
                  name: String!
                }

                \"\"\"What is sold.\"\"\"
                type Book implements Named {
                  id: ID!
                  name: String!
                  genre: Genre!
                  price: Decimal!
                  author: Author
                }

                enum Genre {
                  \"\"\"For the stage.\"\"\"
                  DRAMA
                  HISTORICAL_NOVEL
                }

                \"\"\"An amount.\"\"\"
                scalar Decimal @specifiedBy(url: "https://example.com/decimal")

                type Mutation {
                  sell(order: Order!): SaleResult!
                  note(text: String): String!
                }

                input Order {
                  book: ID!
                  quantity: Int! = 1
                  note: String
                }

                union SaleResult = Sale | ShortStock

                type Sale {
                  left: Int!
                }

                type ShortStock {
                  available: Int!
                }

                type Subscription {
                  published(genre: Genre!): Book!
                }

                """)
    }

    @Test("Two Swift types of one name make no schema")
    func duplicates() {
        struct Other: GraphQLObject {
            static let graphQL = ObjectDefinition<Other, Bookshop>("Query") {
                Field("authors") { _, shop in shop.authors }
            }
        }
        #expect(throws: SchemaError.self) { try Schema(query: Query(), mutation: Other()) }
    }

    @Test("What the specification forbids makes no schema")
    func faults() {
        struct Bad: GraphQLObject {
            static let graphQL = ObjectDefinition<Bad, Bookshop>("Query") {
                Field("__a") { _, _ in 1 }
                Field("b", Argument("c", Int.self, default: "text")) { _, _, c in c }
            }
        }
        let error = #expect(throws: SchemaError.self) { try Schema(query: Bad()) }
        #expect(error?.errors.count == 2)
    }

    @Test("A generic type is a type of the schema for each of its arguments")
    func generics() async throws {
        struct Page<Item: GraphQLObject>: GraphQLObject where Item.Context == Bookshop {
            let items: [Item]

            static var graphQL: ObjectDefinition<Page<Item>, Bookshop> {
                ObjectDefinition("\(Item.graphQLName)Page") { Field("items", \.items) }
            }
        }
        struct Pages: GraphQLObject {
            static let graphQL = ObjectDefinition<Pages, Bookshop>("Query") {
                Field("books") { _, shop in Page(items: shop.books) }
                Field("authors") { _, shop in Page(items: shop.authors) }
            }
        }
        let schema = try Schema(query: Pages())
        #expect(schema.sdl.contains("type BookPage {\n  items: [Book!]!\n}"))
        let answer = await schema.answer(
            GraphQLRequest("{ authors { items { name } __typename } }"), context: Bookshop())
        #expect(
            answer.json.description == """
                {"data":{"authors":{"items":[{"name":"Lesya"},{"name":"Ivan"}],"__typename":"AuthorPage"}}}
                """)
    }
}
