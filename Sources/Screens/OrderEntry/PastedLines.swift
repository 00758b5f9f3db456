package import Domain
package import Wording

/// Rows of `code<TAB>quantity` that were pasted from a spreadsheet.
///
/// A third or fourth cell with a percent sign is the line's discount; whatever else stands there, as a price often
/// does, is left to the shop.
package struct PastedLines: Hashable, Sendable {
    /// One row that can be looked up.
    package struct Row: Hashable, Sendable {
        package let code: String
        package let quantity: Int
        package var discount = Percent.zero

        /// The row as it is typed into the line field.
        var text: String {
            let off = discount == .zero ? "" : "%\(discount.shortText)"
            return quantity == 1 ? "\(code)\(off)" : "\(quantity)*\(code)\(off)"
        }
    }

    package private(set) var rows: [Row] = []
    /// What is wrong with the rows that were left out, with their numbers.
    package private(set) var faults: [Phrase] = []

    /// Reads rows whose cells are parted by a tab, a semicolon or a comma; a row without a quantity means one piece.
    ///
    /// - Returns: `nil` for a single cell, which is text for the field rather than a table.
    package init?(_ text: String) {
        let lines = text.split(whereSeparator: \.isNewline).filter { !Text.trim(String($0)).isEmpty }
        guard lines.count > 1 || lines.first?.contains("\t") == true else { return nil }
        for (index, line) in lines.enumerated() {
            if rows.count == PlaceOrder.maximumLines {
                faults.append("Rows from \(index + 1) on are more than the \(PlaceOrder.maximumLines) of an order.")
                return
            }
            read(line, number: index + 1)
        }
    }

    private mutating func read(_ line: Substring, number: Int) {
        let mark = ["\t", ";", ","].first { line.contains($0) } ?? "\t"
        let cells = line.split(separator: mark, omittingEmptySubsequences: false).map(Self.cell)
        guard let code = cells.first, !code.isEmpty else {
            faults.append("Row \(number) has no code.")
            return
        }
        do throws(Violation) {
            let quantity = cells.count > 1 && !cells[1].isEmpty ? try Quantity.read(cells[1]) : 1
            let discount = cells.dropFirst(2).prefix(2).first { $0.hasSuffix("%") }
            let percent = try discount.map { text throws(Violation) in
                try Percent.discount(Text.trim(String(text.dropLast())))
            }
            rows.append(Row(code: code, quantity: quantity, discount: percent ?? .zero))
        } catch {
            faults.append("Row \(number): \(error.message)")
        }
    }

    private static func cell(_ text: Substring) -> String {
        let trimmed = Text.trim(String(text))
        guard trimmed.count >= 2, trimmed.first == "\"", trimmed.last == "\"" else { return trimmed }
        return Text.trim(String(trimmed.dropFirst().dropLast()))
    }
}
