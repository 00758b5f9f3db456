/// One cell of a ``Canvas``: eight bytes, in the order in which a painter in C reads them.
public struct Cell: Hashable, Sendable {
    /// The scalar that is drawn; 0 in the right half of a wide cell.
    public internal(set) var scalar: UInt32
    /// 0 without combining marks, else 1 + the index of a group in ``Canvas/marks``.
    public internal(set) var marks: UInt16
    /// The raw value of the ``Role``.
    public internal(set) var role: UInt8
    /// Columns: 1 or 2; 0 in the right half of a wide cell.
    public internal(set) var width: UInt8

    @inline(__always)
    init(_ scalar: UInt32, role: UInt8, width: UInt8 = 1) {
        self.scalar = scalar
        self.marks = 0
        self.role = role
        self.width = width
    }

    static let space: UInt32 = 0x20
}
