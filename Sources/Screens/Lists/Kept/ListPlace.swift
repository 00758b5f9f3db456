package import Domain

/// How a list was left, to be opened the same way again.
package struct ListPlace: Hashable, Sendable {
    package var look: ListLook
    /// The row under the cursor; `nil` where there was none.
    package var row: Keyset?
    /// Whether the row was so near the beginning that the list is read from there.
    package var isNearTop: Bool

    package init(look: ListLook, row: Keyset? = nil, isNearTop: Bool = true) {
        (self.look, self.row, self.isNearTop) = (look, row, isNearTop)
    }
}
