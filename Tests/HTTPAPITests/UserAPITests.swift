import Domain
import HTTPAPI
import JSON
import Postgres
import TestSupport
import Testing

@Suite struct UserAPITests {
    @Test("A customer is created, read, and found in the list, in one shape")
    func createsAndReads() async throws {
        try await API.open { api in
            let created = try await api.post(
                "/users",
                #"{"name":" Ada  Lovelace ","email":"ada@example.com","phone":"+44 20 7946 0000","note":"VIP"}"#)
            #expect(created.status == 201)
            let user = try created.json
            let id = try #require(user["id"]?.intValue)
            #expect(created.headers["location"] == "/users/\(id)")
            #expect(created.headers["content-type"] == "application/json")
            let names = [
                "id", "role", "name", "email", "phone", "note", "archivedAt", "createdAt", "updatedAt", "version",
            ]
            #expect(user.objectValue?.names == names)
            #expect(user["role"] == "customer")
            #expect(user["email"] == "ada@example.com")
            #expect(user["archivedAt"]?.isNull == true)
            #expect(user["version"] == 1)
            let time = try #require(user["createdAt"]?.stringValue)
            #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
            #expect(try await api.get("/users/\(id)").json == user)
            let list = try await api.get("/users?q=lovelace")
            #expect(list.status == 200)
            #expect(try list.json.arrayValue == [user])
        }
    }

    @Test("Every broken rule is reported at once, with its pointer")
    func reportsAllFaults() async throws {
        try await API.open { api in
            let response = try await api.post("/users", #"{"email":"nobody","phone":17,"role":"admin","id":1}"#)
            #expect(response.status == 422)
            #expect(response.headers["content-type"] == "application/problem+json")
            #expect(response.code == "validation-failed")
            #expect(Set(response.pointers) == ["/name", "/email", "/phone", "/role", "/id"])
            #expect(response.pointers.count == 5)
            #expect(try await api.number("SELECT count(*) AS n FROM site.s_user WHERE role = 'customer'") == 0)
        }
    }

    @Test("A merge patch sets what it names, clears what is null, and keeps the rest")
    func patches() async throws {
        try await API.open { api in
            let created = try await api.post("/users", #"{"name":"Ada","email":"ada@example.com","note":"VIP"}"#)
            let id = try #require(try created.json["id"]?.intValue)
            let patched = try await api.patch("/users/\(id)", #"{"name":"Ada King","note":null}"#)
            #expect(patched.status == 200)
            let user = try patched.json
            #expect(user["name"] == "Ada King")
            #expect(user["note"]?.isNull == true)
            #expect(user["email"] == "ada@example.com")
            #expect(user["version"] == 2)
            let nothing = try await api.patch("/users/\(id)", "{}")
            #expect(nothing.status == 200)
            #expect(try nothing.json == user)
        }
    }

    @Test("A patch may not touch what is not the caller's to set, nor clear what has to be there")
    func refusesPatches() async throws {
        try await API.open { api in
            let id = try await api.customer()
            let response = try await api.patch("/users/\(id)", #"{"role":"admin","version":9,"name":null,"a/b":1}"#)
            #expect(response.status == 422)
            #expect(response.pointers == ["/role", "/version", "/name", "/a~1b"])
            #expect(try await api.patch("/users/\(id)", "[]").status == 422)
            #expect(try await api.patch("/users/\(id)", "null").status == 422)
            #expect(try await api.patch("/users/999999", "{}").status == 404)
            #expect(try await api.get("/users/\(id)").json["role"] == "customer")
        }
    }

    @Test("An e-mail address that another customer has is a conflict")
    func refusesTakenEmail() async throws {
        try await API.open { api in
            _ = try await api.post("/users", #"{"name":"Ada","email":"ada@example.com"}"#)
            let response = try await api.post("/users", #"{"name":"Eda","email":"ADA@example.com"}"#)
            #expect(response.status == 409)
            #expect(response.code == "email-taken")
            #expect(response.pointers == ["/email"])
        }
    }

    @Test("What can't be the number of a row is not found")
    func refusesStrangeNumbers() async throws {
        let cases = ["0", "-1", "1.0", "007", "%2B1", "x", "99999999999999999999"]
        try await API.open { api in
            for id in cases {
                for path in ["/users", "/products", "/orders", "/order-items"] {
                    let response = try await api.get("\(path)/\(id)")
                    #expect(response.status == 404, "\\(id)")
                    #expect(response.code == "not-found", "\\(id)")
                }
            }
        }
    }

    @Test("A role that lacks the permission is refused, and nothing is written")
    func checksPermission() async throws {
        try await API.open(role: .viewer) { api in
            #expect(try await api.get("/users").status == 200)
            let response = try await api.post("/users", #"{"name":"Ada"}"#)
            #expect(response.status == 403)
            #expect(response.code == "forbidden")
        }
    }
}
