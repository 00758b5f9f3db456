import Domain
import HTTPTypes
import JSON
import TestSupport
import Testing

@testable import HTTPAPI

@Suite struct EndpointTableTests {
    private let table = OpenAPI.table

    @Test("Every operation of the shop's daily work has an address")
    func coversOperations() {
        // Moving an order is a patch of it, and correcting the count a change of stock; a product is found by code
        // through the filters of the list; watching the server is asked for what /metrics and /health tell to other
        // machines; logging in is for anyone. The work on whole data sets, the audit log and the figures of Home are
        // for the terminal and the command line.
        let missing: Set<OperationID> = [
            .findProduct, .moveOrder, .seedShop, .importOrders, .verifyBooks, .listAudit, .readDashboard, .watchServer,
            .correctStock, .logIn,
        ]
        let covered = Set(table.endpoints.compactMap(\.operation))
        #expect(covered == Set(OperationID.allCases).subtracting(missing))
    }

    @Test("Each endpoint says what it does, and so does each of its parameters and members")
    func describesItself() {
        for endpoint in table.endpoints {
            #expect(endpoint.summary.hasSuffix("."), "\(endpoint.path)")
            #expect(endpoint.query.allSatisfy { $0.summary.hasSuffix(".") }, "\(endpoint.path)")
            #expect(endpoint.body?.shape.fields.allSatisfy { $0.summary.hasSuffix(".") } ?? true, "\(endpoint.path)")
            #expect(Set(endpoint.query.map(\.name)).count == endpoint.query.count, "\(endpoint.path)")
        }
    }

    @Test("A path with a parameter gives its decoded value, and an escaped slash stays in its segment")
    func matchesPaths() throws {
        let template = PathTemplate("/users/{id}/orders")
        #expect(template.match(RequestTarget("/users/7/orders").segments) == ["id": "7"])
        #expect(template.match(RequestTarget("/users/a%2Fb%20c/orders?x=1").segments) == ["id": "a/b c"])
        for other in ["/users//orders", "/users/7", "/users/7/orders/", "/users/%ff/orders", "/users/%/orders", "/"] {
            #expect(template.match(RequestTarget(other).segments) == nil, "\(other)")
        }
    }

    @Test("A target is parted at its bytes, whatever characters they would make")
    func partsTargets() {
        #expect(RequestTarget("/users/7?q=a?b").segments == ["users", "7"])
        #expect(RequestTarget("/users/7?q=a?b").query == "q=a?b")
        #expect(RequestTarget("http://desk:4000/users?x=1") == RequestTarget("/users?x=1"))
        #expect(RequestTarget("http://desk?x=1").segments.isEmpty)
        // A combining accent makes one character with the slash, or the question mark, before it.
        #expect(RequestTarget("/users/\u{301}7?\u{301}x=1").segments == ["users", "\u{301}7"])
        #expect(RequestTarget("/users/\u{301}7?\u{301}x=1").query == "\u{301}x=1")
    }

    @Test("A literal path wins over one with a parameter")
    func prefersLiterals() throws {
        let table = EndpointTable(
            ["/a/{x}", "/a/b"].map { path in
                Endpoint(.get, path, .anyone, "Tests.", tag: .server, name: "test", answers: [Answer(.ok, "Yes.")]) {
                    _ in Reply(.ok)
                }
            })
        #expect(try #require(table.route(for: RequestTarget("/a/b"))).route.path.description == "/a/b")
        #expect(try #require(table.route(for: RequestTarget("/a/c"))).path == ["x": "c"])
        #expect(table.route(for: RequestTarget("/b")) == nil)
    }

    @Test("Every problem has a title of its own and an explanation in sentences")
    func titlesProblems() {
        #expect(Set(ProblemKind.allCases.map(\.title)).count == ProblemKind.allCases.count)
        for kind in ProblemKind.allCases {
            #expect(kind.explanation.hasSuffix("."), "\(kind)")
            #expect(!kind.explanation.contains { "<>&".contains($0) }, "\(kind)")
        }
    }
}
