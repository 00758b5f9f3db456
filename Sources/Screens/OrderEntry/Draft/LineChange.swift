/// A line put in, taken out, or replaced: enough to do it and to undo it.
package struct LineChange: Hashable, Sendable {
    /// The line's place, from 0.
    let index: Int
    /// The line that stood there; `nil` when one is put in.
    let before: DraftLine?
    /// The line that stands there afterwards; `nil` when one is taken out.
    let after: DraftLine?

    /// The change that takes this one back.
    var inverse: LineChange { LineChange(index: index, before: after, after: before) }
}
