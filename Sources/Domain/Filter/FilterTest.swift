/// What a field must fulfil: any one of the values or ranges.
package enum FilterTest: Hashable, Sendable {
    case text([String])
    /// With `*` at its end, a code stands for all that begin so.
    case code([String])
    case number([FilterRange<Int64>])
    case money([FilterRange<Money>])
    /// Days at a place so far ahead of UTC.
    case date([FilterRange<CivilDay>], offsetSeconds: Int)
    case choice([String])
}
