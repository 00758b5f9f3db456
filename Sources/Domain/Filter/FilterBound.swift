/// A value that ranges are made of, with a next one and one before: all bounds can then be inclusive.
///
/// At the ends of what can be stored, a value is its own neighbour.
package protocol FilterBound: Hashable, Sendable, Comparable {
    var next: Self { get }
    var previous: Self { get }
}

extension Int64: FilterBound {
    package var next: Int64 { self == .max ? self : self + 1 }
    package var previous: Int64 { self == .min ? self : self - 1 }
}

extension Money: FilterBound {
    package var next: Money { Money(minor: min(minor.next, Money.maximum.minor)) }
    package var previous: Money { Money(minor: max(minor.previous, -Money.maximum.minor)) }
}

extension CivilDay: FilterBound {
    package var next: CivilDay { min(advanced(by: 1), Self.range.upperBound) }
    package var previous: CivilDay { max(advanced(by: -1), Self.range.lowerBound) }
}
