import Domain
package import Wording

/// Rows of `code<TAB>quantity` that were pasted from a spreadsheet.
package struct PastedLines: Hashable, Sendable {
    /// One row that can be looked up.
    package struct Row: Hashable, Sendable {
        package let code: String
        package let quantity: Int
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
        guard cells.count > 1, !cells[1].isEmpty else {
            rows.append(Row(code: code, quantity: 1))
            return
        }
        do throws(Violation) {
            rows.append(Row(code: code, quantity: try Quantity.read(cells[1])))
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
