import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

/// Lists while others change their rows.
@Suite struct LiveRowsTests {
    private func changed(_ entity: Changes.Entity, _ ids: Int64..., isNew: Bool = false) -> Message {
        var changes = Changes()
        for id in ids { changes.add(entity, id, isNew: isNew) }
        return .changes(changes)
    }

    @Test("A changed row is patched where it stands, and the cursor stays on its record")
    func patches() {
        var stage = Stage()
        stage.does("2 down")
        let before = stage.cursorRow
        stage.shop.orders[0] = Fixture.order(104_233, status: .shipped)
        stage.send(changed(.order, 104_233))
        stage.settle()
        #expect(stage.isShown("shipped"))
        #expect(stage.cursorRow == before)
    }

    @Test("Rows that are not loaded are not asked for, and other lists are left alone")
    func silence() {
        var stage = Stage()
        stage.does("2")
        stage.send(changed(.order, 7))
        stage.send(changed(.product, 104_233))
        #expect(stage.asked.allSatisfy { if case .overview = $0.query { true } else { false } })
    }

    @Test("New rows are counted, not shown, until they are asked for")
    func counts() {
        var stage = Stage()
        stage.does("2")
        let rows = stage.text
        stage.shop.orders.insert(Fixture.order(104_300), at: 0)
        stage.send(changed(.order, 104_300, isNew: true))
        stage.settle()
        #expect(stage.isShown("1 new"))
        #expect(!stage.isShown("104300"))
        #expect(stage.text[3] == rows[3])
        stage.does("f5")
        #expect(stage.isShown("104300"))
        #expect(!stage.isShown("1 new"))
        #expect(stage.cursorRow.contains("104233"))
    }

    @Test("A storm of changes is one question at a time")
    func storm() {
        var stage = Stage()
        stage.does("2")
        for _ in 0..<50 { stage.send(changed(.order, 104_233, 104_229)) }
        let patches = stage.asked.filter { if case .records = $0.query { true } else { false } }
        #expect(patches.count == 1)
        stage.settle()
        #expect(stage.effects.isEmpty)
    }

    @Test("When everything may have changed, the rows are read anew around the cursor")
    func everything() {
        var stage = Stage(.users(500))
        stage.does("3")
        for _ in 0..<12 { stage.does("pagedown") }
        let before = stage.cursorRow
        stage.send(.changes(.everything))
        stage.settle()
        #expect(stage.cursorRow == before)
    }

    @Test("What changes while rows are on their way is read once more when they are there")
    func overtaken() throws {
        var stage = Stage(.users(5))
        stage.press("3")
        let asked = try #require(stage.asked.first)
        let reply = stage.shop.reply(to: asked.query)
        stage.shop.users.append(Fixture.user(77, name: "Zoe"))
        stage.send(.changes(.everything))
        stage.effects = []
        stage.send(.reply(asked.ticket, .success(reply)))
        #expect(stage.asked.map(\.query) == [asked.query])
        stage.settle()
        #expect(stage.text.contains { $0.contains("Zoe") })
    }

    @Test("Home reads its overview anew, one question at a time")
    func home() {
        var stage = Stage()
        for _ in 0..<5 { stage.send(changed(.order, 1, isNew: true)) }
        #expect(stage.asked.count == 1)
        stage.settle()
        #expect(stage.effects.isEmpty)
    }

    @Test(
        "Whatever comes in whatever order, the cursor's record stays under the cursor",
        arguments: [1, 2, 3] as [UInt64])
    func walk(_ seed: UInt64) {
        var dice = SplitMix(seed)
        var stage = Stage(.users(400))
        var added: Int64 = 1000
        stage.does("3")
        for _ in 0..<400 {
            switch Int.random(in: 0..<10, using: &dice) {
            case 0..<4: stage.does(["down", "up", "pagedown", "pageup"].randomElement(using: &dice) ?? "down")
            case 4..<9:
                // Rows come, go and change; the record under the cursor stays there.
                let before = stage.cursorRow
                let number = before.split(separator: " ").lazy.compactMap { Int64($0) }.first
                let place = Int.random(in: 0..<stage.shop.users.count, using: &dice)
                let id = stage.shop.users[place].id.value
                switch Int.random(in: 0..<3, using: &dice) {
                case 0 where id != number:
                    stage.shop.users.remove(at: place)
                    stage.send(.changes(.everything))
                case 1:
                    added += 2
                    stage.shop.users.insert(Fixture.user(added, name: "User \(added)"), at: place)
                    stage.send(changed(.user, added, isNew: true))
                    if Bool.random(using: &dice) { stage.send(.changes(.everything)) }
                default: stage.send(changed(.user, id))
                }
                stage.settle()
                let after = stage.cursorRow.split(separator: " ").lazy.compactMap { Int64($0) }.first
                #expect(after == number)
            default: stage.settle()
            }
        }
    }
}
