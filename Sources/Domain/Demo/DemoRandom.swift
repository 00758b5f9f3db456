/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, and the same on every machine.
///
/// Each row of the demo shop draws from a generator of its own, made of the shop's seed, the kind of row and its
/// number, so that any row can be made at any time and alone.
struct DemoRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The generator of one row.
    init(seed: UInt64, stream: UInt64, row: Int) {
        state = Self.mix(seed &+ Self.mix(stream &+ Self.mix(UInt64(bitPattern: Int64(row)))))
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    /// A number from 0 up to `bound`, which is not reached.
    ///
    /// The multiplication takes the place of a division; its bias is below 2⁻³² for the bounds used here.
    mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

    /// A number within `range`.
    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// One of `values`.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// Whether something happens that happens `percent` times in a hundred.
    mutating func happens(percent: Int) -> Bool { below(100) < percent }

    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
