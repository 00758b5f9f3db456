import CLibPQ
import Glibc

/// A result of libpq, copied: one buffer for all cells.
@usableFromInline
final class ResultStorage: Sendable {
    /// The names and types of the columns; results of one prepared statement share them.
    @usableFromInline
    final class Columns: Sendable {
        @usableFromInline let names: [String]
        @usableFromInline let types: [UInt32]

        init(names: [String], types: [UInt32]) { (self.names, self.types) = (names, types) }

        /// Results have few columns with short names, which compare faster than they hash.
        @inlinable
        func index(of name: String) -> Int? { names.firstIndex(of: name) }
    }

    /// Where in the buffer a cell is; a negative length is NULL.
    @usableFromInline
    struct Cell: Sendable {
        @usableFromInline let start: UInt32
        @usableFromInline let length: Int32
    }

    @usableFromInline let columns: Columns
    @usableFromInline let rowCount: Int
    @usableFromInline let cells: [Cell]
    @usableFromInline let bytes: [UInt8]
    let affectedRows: Int
    let commandTag: String

    /// Copies `result`, whose columns may be known from an earlier one; `nil` if it has 4 GiB or more.
    init?(_ result: OpaquePointer, columns known: Columns?) {
        let width = PQnfields(result)
        columns = known.flatMap { $0.names.count == Int(width) ? $0 : nil } ?? Columns(result)
        let rows = width == 0 ? 0 : PQntuples(result)
        rowCount = Int(rows)
        commandTag = String(cString: PQcmdStatus(result))
        affectedRows = Int(String(cString: PQcmdTuples(result))) ?? 0
        guard let (cells, size) = Self.layOut(result, rows: rows, width: width) else { return nil }
        self.cells = cells
        bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var cell = 0
            for row in 0..<rows {
                for column in 0..<width {
                    defer { cell += 1 }
                    guard cells[cell].length > 0, let target = buffer.baseAddress else { continue }
                    memcpy(
                        target + Int(cells[cell].start), PQgetvalue(result, row, column), Int(cells[cell].length))
                }
            }
            count = size
        }
    }

    private static func layOut(_ result: OpaquePointer, rows: Int32, width: Int32) -> ([Cell], Int)? {
        var cells: [Cell] = []
        cells.reserveCapacity(Int(rows) * Int(width))
        var size = 0
        for row in 0..<rows {
            for column in 0..<width {
                let isNull = PQgetisnull(result, row, column) != 0
                let length = isNull ? -1 : PQgetlength(result, row, column)
                guard let start = UInt32(exactly: size) else { return nil }
                cells.append(Cell(start: start, length: length))
                size += max(0, Int(length))
            }
        }
        return (cells, size)
    }
}

extension ResultStorage.Columns {
    convenience init(_ result: OpaquePointer) {
        let range = 0..<PQnfields(result)
        self.init(names: range.map { String(cString: PQfname(result, $0)) }, types: range.map { PQftype(result, $0) })
    }
}
