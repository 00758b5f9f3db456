import Domain
import Glibc
import Services
import TerminalUI
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite struct RandomWalkTests {
    /// Presses of one walk; four of them make 20,000, or a million in the nightly profile.
    private static let presses =
        getenv("OBLIK_WALK_KEYS").flatMap { Int(String(cString: $0)) }
        ?? FaultProfile.sized(quick: 5000, nightly: 250_000)

    @Test(
        "Any keys, replies, losses, news and sizes in any order leave a program that works",
        arguments: [1, 2, 3, 4] as [UInt64])
    func walk(_ seed: UInt64) {
        var dice = SplitMix(seed)
        var stage = Stage(.small)
        var pressed = 0
        var step = 0
        var kept = stage.canvas
        while pressed < Self.presses {
            step += 1
            pressed += take(&stage, &dice)
            if stage.model.isFinished { stage = Stage(.users(500), width: 60, height: 16) }
            if step.isMultiple(of: 7) {
                let canvas = stage.canvas
                if let cursor = canvas.cursor { #expect(canvas.bounds.contains(cursor)) }
                stage.view(on: &kept)
                #expect(kept == canvas, "A picture that takes lines over is another one, at step \(step).")
            }
            let isStuck = !stage.model.typeAhead.isEmpty && stage.model.pending.isEmpty
            #expect(!isStuck, "Keys wait for nothing, at step \(step).")
            if stage.model.layers.count > 30 { stage = Stage(.small) }
        }
        stage.send(.databaseState(.ready("embedded")))
        stage.resize(width: 80, height: 24)
        stage.settle()
        stage.does("enter")
        stage.does("ctrl+c ctrl+c")
        #expect(stage.model.isFinished || stage.model.question != nil || stage.model.overlay != nil)
    }

    /// Lets something happen.
    /// - Returns: How many keys were pressed.
    private func take(_ stage: inout Stage, _ dice: inout SplitMix) -> Int {
        defer { if stage.effects.count > 200 { stage.settle() } }
        switch Int.random(in: 0..<100, using: &dice) {
        case 0..<40:
            stage.press(Self.keys.randomElement(using: &dice) ?? "down")
            return 1
        case 40..<68:
            guard let press = Self.registered.randomElement(using: &dice) else { return 0 }
            stage.effects += stage.model.handle(.key(press))
            return 1
        case 68..<82: stage.settle()
        case 82..<86: answer(&stage, .success(stage.shop.reply(to: .overview)), &dice)
        case 86..<89:
            answer(
                &stage,
                .failure([.busy, .unavailable, .notFound(entity: "user", id: 1)].randomElement(using: &dice) ?? .busy),
                &dice)
        case 89..<92:
            stage.resize(width: Int.random(in: 0...100, using: &dice), height: Int.random(in: 0...30, using: &dice))
        case 92..<95: stage.send(.changes(news(&dice)))
        case 95: stage.send(.databaseState(.lost("Gone.")))
        case 96: stage.send(.probed(isBack: Bool.random(using: &dice)))
        case 97: stage.send(Bool.random(using: &dice) ? .seed(.done("Made.")) : .woken(screen: 0))
        case 98: _ = stage.model.handle(.paste("pasted\ntext"))
        default:
            stage.type("ї")
            return 1
        }
        return 0
    }

    private func news(_ dice: inout SplitMix) -> Changes {
        guard Int.random(in: 0..<4, using: &dice) > 0 else { return .everything }
        var changes = Changes()
        let entities: [Changes.Entity] = [.user, .product, .order]
        changes.add(
            entities.randomElement(using: &dice) ?? .user, Int64.random(in: 1...6, using: &dice),
            isNew: Bool.random(using: &dice))
        return changes
    }

    /// Every press that the registry gives an action, in any preset.
    private static let registered: [KeyPress] = Keymap.Preset.allCases.flatMap { preset in
        Scope.allCases.flatMap { Keymap(preset).table($0).commands.flatMap(\.keys) }
    }

    /// Answers a query on its way, whichever it is, also wrongly and out of order.
    private func answer(_ stage: inout Stage, _ result: Result<Reply, ServiceError>, _ dice: inout SplitMix) {
        guard let (_, ticket) = stage.asked.randomElement(using: &dice) else { return }
        stage.effects.removeAll { if case .ask(_, ticket) = $0 { true } else { false } }
        stage.send(.reply(ticket, result))
    }

    private static let keys: [String] = [
        "up", "down", "pageup", "pagedown", "home", "end", "enter", "tab", "shift+tab", "escape", "f1", "f2", "f3",
        "f4",
        "f5", "f6", "f7", "f8", "f9", "f10", "f12", "ctrl+p", "ctrl+n", "ctrl+o", "ctrl+f", "ctrl+g", "ctrl+u",
        "ctrl+l",
        "backspace", "delete", "left", "right", "space", "+", "/", "?", ":", "1", "2", "3", "4", "a", "d", "e", "g",
        "h",
        "i", "n", "o", "p", "s", "S", "u", "v", "x", "y", "[", "]", "G", "H", "enter", "down", "down", "f3",
    ]
}

/// A small generator whose numbers are the same on every machine.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
