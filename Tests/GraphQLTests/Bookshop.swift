import GraphQL
import JSON
import Synchronization

/// A schema in code that uses everything a schema can have; its store counts what it is asked.
final class Bookshop: Sendable {
    private let state = Mutex(State())

    private struct State {
        var calls: [String] = []
        var stock = ["1": 3, "2": 0]
    }

    var calls: [String] { state.withLock { $0.calls } }

    func note(_ call: String) { state.withLock { $0.calls.append(call) } }

    let authors = [Author(id: 1, name: "Lesya", born: 1871), Author(id: 2, name: "Ivan", born: nil)]
    let books = [
        Book(id: 1, title: "Lisova pisnya", author: 1, genre: .drama, price: Decimal(cents: 1250)),
        Book(id: 2, title: "Zakhar Berkut", author: 2, genre: .historicalNovel, price: Decimal(cents: 900)),
        Book(id: 3, title: "Kaminnyi hospodar", author: 1, genre: .drama, price: Decimal(cents: 700)),
    ]

    func sell(_ id: String, _ quantity: Int) -> SaleResult {
        state.withLock { state in
            state.calls.append("sell \(id)")
            let left = state.stock[id] ?? 0
            guard left >= quantity else { return .short(ShortStock(available: left)) }
            state.stock[id] = left - quantity
            return .sale(Sale(book: id, left: left - quantity))
        }
    }
}

struct Author: GraphQLObject {
    let id: Int
    let name: String
    let born: Int?

    static let graphQL = ObjectDefinition<Author, Bookshop>("Author", implements: [Named.self]) {
        Field("id", \.graphQLID)
        Field("name", \.name, "The name on the cover.")
        Field("born", \.born)
        Field("age", deprecated: "Ask for born.") { author, _ in try author.age(in: 1900) }
        BatchField("books", Argument("genre", Genre?.self)) { authors, shop, genre in
            shop.note("books of \(authors.count)")
            return authors.map { author in
                shop.books.filter { $0.author == author.id && (genre == nil || $0.genre == genre) }
            }
        }
    }

    var graphQLID: GraphQLID { GraphQLID(id) }

    func age(in year: Int) throws -> Int {
        guard let born else { throw GraphQLError("Nobody knows.", extensions: JSONObject([("code", "UNKNOWN")])) }
        return year - born
    }
}

struct Book: GraphQLObject {
    let id: Int
    let title: String
    let author: Int
    let genre: Genre
    let price: Decimal

    static let graphQL = ObjectDefinition<Book, Bookshop>("Book", "What is sold.", implements: [Named.self]) {
        Field("id", \.graphQLID)
        Field("name", \.title)
        Field("genre", \.genre)
        Field("price", \.price)
        BatchField("author") { books, shop in
            shop.note("authors of \(books.count)")
            return books.map { book in shop.authors.first { $0.id == book.author } }
        }
    }

    var graphQLID: GraphQLID { GraphQLID(id) }
}

enum Genre: GraphQLEnum {
    case drama, historicalNovel

    static let graphQL = EnumDefinition<Genre>("Genre", values: [.drama: "For the stage."])
}

/// What has a name: an interface.
struct Named: GraphQLInterface {
    let graphQLObject: any GraphQLObject

    static let graphQL = InterfaceDefinition(
        "Named", implementedBy: [Author.self, Book.self],
        fields: [InterfaceField("id", GraphQLID.self), InterfaceField("name", String.self)])
}

/// An amount, as a custom scalar.
struct Decimal: GraphQLScalar, Equatable {
    let cents: Int

    init(cents: Int) { self.cents = cents }

    init(graphQLValue: JSONValue) throws {
        guard let cents = JSONNumber(graphQLValue.stringValue ?? "")?.scaled(to: 2) else {
            throw GraphQLError("No amount.")
        }
        self.cents = Int(cents)
    }

    var graphQLValue: JSONValue { .string("\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)") }

    static let graphQL = ScalarDefinition("Decimal", "An amount.", specifiedBy: "https://example.com/decimal")
}

struct Sale: GraphQLObject {
    let book: String
    let left: Int

    static let graphQL = ObjectDefinition<Sale, Bookshop>("Sale") { Field("left", \.left) }
}

struct ShortStock: GraphQLObject {
    let available: Int

    static let graphQL = ObjectDefinition<ShortStock, Bookshop>("ShortStock") { Field("available", \.available) }
}

/// How a sale ends: a union.
enum SaleResult: GraphQLUnion {
    case sale(Sale)
    case short(ShortStock)

    var graphQLObject: any GraphQLObject {
        switch self {
        case .sale(let sale): sale
        case .short(let short): short
        }
    }

    static let graphQL = UnionDefinition("SaleResult", of: [Sale.self, ShortStock.self])
}

struct Order: GraphQLInputObject {
    let book: GraphQLID
    let quantity: Int
    let note: Change<String>

    static let graphQL = InputDefinition(
        "Order", Argument("book", GraphQLID.self), Argument("quantity", Int.self, default: 1),
        Argument("note", Change<String>.self)
    ) { Order(book: $0, quantity: $1, note: $2) }
}

struct Query: GraphQLObject {
    static let graphQL = ObjectDefinition<Query, Bookshop>("Query") {
        Field("authors") { _, shop in
            shop.note("authors")
            return shop.authors
        }
        Field("find", Argument("words", [String].self), Argument("genre", Genre.self, default: "DRAMA")) {
            _, shop, words, genre in
            shop.books.filter { book in book.genre == genre && words.contains { book.title.contains($0) } }
                .map { Named(graphQLObject: $0) }
        }
        Field("cheaper", Argument("than", Decimal.self)) { _, shop, limit in
            shop.books.filter { $0.price.cents < limit.cents }
        }
        Field("nothing") { (_, _) -> String? in nil }
        Field("large") { _, _ in Int(Int32.max) + 1 }
    }
}

struct Mutation: GraphQLObject {
    static let graphQL = ObjectDefinition<Mutation, Bookshop>("Mutation") {
        Field("sell", Argument("order", Order.self)) { _, shop, order in shop.sell(order.book.text, order.quantity) }
        Field("note", Argument("text", Change<String>.self)) { _, _, text in
            switch text {
            case .unchanged: "unchanged"
            case .removed: "removed"
            case .set(let text): text
            }
        }
    }
}

struct Subscription: GraphQLObject {
    static let graphQL = ObjectDefinition<Subscription, Bookshop>("Subscription") {
        StreamField("published", Argument("genre", Genre.self)) { shop, genre in
            AsyncStream(Book.self, bufferingPolicy: .bufferingOldest(8)) { events in
                for book in shop.books where book.genre == genre { events.yield(book) }
                events.finish()
            }
        }
    }
}

extension Bookshop {
    static func schema() throws -> Schema {
        try Schema(query: Query(), mutation: Mutation(), subscription: Subscription())
    }

    /// Validates and executes a document, as a server would.
    func answer(_ text: String, _ variables: JSONValue = [:]) async throws -> JSONValue {
        let schema = try Self.schema()
        let document = try Document(parsing: text)
        let faults = schema.validate(document)
        guard faults.isEmpty else { return GraphQLResponse(errors: faults).json }
        return await schema.execute(document, variables: variables.objectValue ?? JSONObject(), context: self).json
    }
}
