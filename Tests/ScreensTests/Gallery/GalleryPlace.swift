import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

/// A screen or an overlay as it is pictured: how one comes there from Home.
struct GalleryPlace: Sendable, CustomStringConvertible {
    let name: String
    /// The shop that Home is of.
    let shop: Shop
    private let way: @Sendable (inout Stage) throws -> Void

    var description: String { name }

    init(_ name: String, _ shop: Shop = Gallery.shop, _ way: @escaping @Sendable (inout Stage) throws -> Void) {
        (self.name, self.shop, self.way) = (name, shop, way)
    }

    /// A place that is reached by keys alone: `"2 enter"`.
    init(_ name: String, _ keys: String) {
        self.init(name) { stage in
            for key in keys.split(separator: " ") { stage.does(String(key)) }
        }
    }

    /// The terminal there, at this size from the start, with a clock that always shows the same.
    func stage(width: Int, height: Int) throws -> Stage {
        try WallClock.$standing.withValue(OrderEntryDesk.epoch) {
            var stage = Stage(shop, width: width, height: height)
            try way(&stage)
            return stage
        }
    }
}

extension Stage {
    /// Types text and presses Enter where "⏎" stands; order entry is answered from ``OrderEntryDesk``.
    mutating func enters(_ text: String) {
        for scalar in text.unicodeScalars {
            effects += model.handle(.key(scalar == "⏎" ? KeyPress(.enter) : KeyPress(.character(scalar))))
            settleEntry()
        }
    }

    /// Answers all that order entry and the lists ask.
    mutating func settleEntry() {
        let desk = OrderEntryDesk()
        for _ in 0..<20 where !effects.isEmpty {
            for case .entry(let effect, let screen) in effects {
                if let message = desk.reply(to: effect) { send(.entry(message, screen: screen)) }
            }
            effects.removeAll { if case .entry = $0 { true } else { false } }
            settle()
        }
    }
}
