import Domain
import Glibc
import Testing
import Wording

@testable import Screens

/// The files that remember lists.
@Suite struct ListStoreTests {
    /// A directory of its own, which is taken away afterwards.
    final class Folder {
        let path = "/tmp/oblik-lists-\(getpid())-\(UInt64.random(in: 0 ..< .max))"

        deinit {
            for name in PrivateFile.names(in: path, limit: 100) { unlink("\(path)/\(name)") }
            rmdir(path)
        }

        func put(_ text: String, _ name: String) throws {
            try PrivateFile.makeDirectory(path)
            try PrivateFile.replace("\(path)/\(name)", with: Array(text.utf8), in: path)
        }

        func text(_ name: String) -> String? {
            PrivateFile.read("\(path)/\(name)", limit: 1 << 20).map { String(decoding: $0, as: UTF8.self) }
        }

        func mode(_ name: String = "") -> mode_t {
            var status = stat()
            return stat("\(path)/\(name)", &status) == 0 ? status.st_mode & 0o777 : 0
        }
    }

    private func view(_ name: String, _ list: ListName = .orders) throws -> SavedView {
        var look = ListLook()
        (look.filter, look.narrowing) = ("status:paid \"a \\ б\"", 2)
        (look.sort, look.isDescending, look.second, look.isSecondDescending) = ("total", true, "id", true)
        look.columns = "notes"
        return try #require(SavedView(list, name: name, look: look))
    }

    @Test("Views and places are read as they were written, from files for their owner alone")
    func roundTrip() async throws {
        let folder = Folder()
        let store = ListStore(directory: folder.path, environment: "local")
        let (one, two) = (try view("пізні “x”"), try view("two", .audit))
        #expect(try await store.change(.keep(one)) == [one])
        #expect(try await store.change(.keep(two)) == [one, two])
        var place = ListPlace(look: one.look, row: Keyset(value: "2026-01-01", second: "5", id: 7), isNearTop: false)
        var kept = ListMemory(places: [.orders: place, .audit: ListPlace(look: two.look)], showsAside: false)
        try await store.keep(kept, number: 2)
        place.isNearTop = true
        try await store.keep(ListMemory(places: [.orders: place]), number: 1)
        kept.views = [one, two]
        let (memory, troubles) = await ListStore(directory: folder.path, environment: "local").load(readsPlaces: true)
        #expect(troubles.isEmpty)
        #expect(memory == kept)
        #expect((folder.mode(), folder.mode("views.json"), folder.mode("session-local.json")) == (0o700, 0o600, 0o600))
        #expect(await store.load(readsPlaces: false).memory.places.isEmpty)
        let other = ListStore(directory: folder.path, environment: "dev")
        #expect(await other.load(readsPlaces: true).memory.places.isEmpty)
    }

    @Test("Two programs that change views lose none of each other's")
    func together() async throws {
        let folder = Folder()
        let stores = (0..<4).map { _ in ListStore(directory: folder.path, environment: "local") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, store) in stores.enumerated() {
                let view = try view("view \(number)")
                group.addTask { _ = try await store.change(.keep(view)) }
            }
            try await group.waitForAll()
        }
        let views = await stores[0].load(readsPlaces: true).memory.views
        #expect(Set(views.map(\.name)) == ["view 0", "view 1", "view 2", "view 3"])
        #expect(try await stores[1].change(.delete(try view("VIEW 2"))).count == 3)
    }

    @Test(
        "A file that is no views is put aside under a name that is told, and nothing in it is lost",
        arguments: [
            "", "{", "{\"format\":2,\"views\":[]}", "{\"format\":1,\"views\":[{\"list\":\"orders\"}]}",
            "{\"format\":1,\"views\":[{\"list\":\"orders\",\"name\":\"x\",\"filter\":\"\",\"narrowing\":99}]}",
        ])
    func broken(_ text: String) async throws {
        let folder = Folder()
        for number in 1...2 {
            try folder.put(text, "views.json")
            try folder.put(text, "session-local.json")
            let store = ListStore(directory: folder.path, environment: "local")
            let (memory, troubles) = await store.load(readsPlaces: true)
            #expect(memory == ListMemory())
            #expect(troubles.count == 2)
            #expect(troubles[0].english.contains("\(folder.path)/views.json.broken-\(number)"))
            #expect(folder.text("views.json.broken-\(number)") == text)
            #expect(folder.text("session-local.json.broken-\(number)") == text)
            #expect(try await store.change(.keep(try view("new"))).count == 1)
        }
    }

    @Test("What can be neither read nor put aside is left alone, and the operator is told")
    func leftAlone() async throws {
        let folder = Folder()
        try folder.put("{", "views.json")
        for number in 1...20 { try folder.put("old", "views.json.broken-\(number)") }
        let store = ListStore(directory: folder.path, environment: "local")
        #expect(await store.load(readsPlaces: true).troubles.first?.english.contains("left alone") == true)
        await #expect(throws: ListStoreError.leftAlone(path: folder.path + "/views.json")) {
            _ = try await store.change(.keep(try view("new")))
        }
        #expect(folder.text("views.json") == "{")
    }

    @Test("A file that is too large is not read, and there are at most so many views")
    func bounds() async throws {
        let folder = Folder()
        try folder.put(String(repeating: " ", count: ListStore.maximumBytes + 1), "views.json")
        let store = ListStore(directory: folder.path, environment: "local")
        #expect(await store.load(readsPlaces: true).troubles.count == 1)
        let views = try (0..<SavedView.limit).map { try view("view \($0)") }
        #expect(views.after(.keep(try view("one more"))) == nil)
        #expect(views.after(.keep(try view("VIEW 7")))?.count == SavedView.limit)
        #expect([SavedView](bytes: views.bytes) == views)
        #expect(views.bytes.count < ListStore.maximumBytes)
        #expect(SavedView(.orders, name: " \u{1B} ", look: ListLook()) == nil)
        #expect(SavedView(.orders, name: String(repeating: "x", count: 41), look: ListLook()) == nil)
    }
}
