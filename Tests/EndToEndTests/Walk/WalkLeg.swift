/// A part of the walk, from Home to wherever it leads.
struct WalkLeg: Sendable, CustomStringConvertible {
    let name: String
    let steps: [WalkStep]

    var description: String { name }

    init(_ name: String, _ steps: [WalkStep]) { (self.name, self.steps) = (name, steps) }
}
