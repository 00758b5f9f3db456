import Domain
import Services
import TerminalUI
import Wording

/// Taking rows out of the program: into a file, onto the clipboard.
extension ListPane {
    /// Asks in which format the rows of the filter are written.
    mutating func chooseFormat() -> [Step] {
        guard rows.export(request(.first)) != nil else { return [.say(.info("These rows can't be exported."))] }
        let formats: [(ExportFormat, String, Phrase)] = [
            (.csv, "csv", "CSV, for spreadsheets"), (.tsv, "tsv", "TSV, parted by tabs"),
            (.json, "json", "JSON, for programs"),
        ]
        formatMenu = LetterMenu("Export as", formats.map { (value: $0.0, name: $0.1, title: $0.2) })
        return []
    }

    mutating func chooseFormat(_ press: KeyPress) -> [Step]? {
        guard let outcome = formatMenu?.handle(press) else { return nil }
        guard case .chooses(let format) = outcome else { return [] }
        formatMenu = nil
        guard let export = rows.export(request(.first)) else { return [] }
        return [.say(.info("Exporting\u{2026} ^C stops.")), .ask(.export(export, format), .export)]
    }

    func receiveExport(_ reply: Result<Reply, ServiceError>) -> [Step] {
        switch reply {
        case .success(.exported(.written(let count, let path))):
            [.say(.done("\(count: count, "row", "rows") written to \(path)."))]
        case .success(.exported(.failed(let path, let problem))):
            [.say(.error("Nothing was exported: \(path): \(problem)."))]
        case .success: []
        case .failure(let error): [.say(.error(error.headline))]
        }
    }

    /// Copies what names the selected row, or each marked one on a line of its own.
    func copyName() -> [Step] { copy(chosen.map(rows.copied)) }

    /// Copies the selected row, or the marked ones, as they are shown: parted by tabs.
    func copyRows(_ language: Language) -> [Step] {
        let shown = rows.columns(of: columnSet)
        return copy(
            chosen.map { item in
                rows.cells(item, in: shown).map { $0.text(in: language) }.joined(separator: "\t")
            })
    }

    private var chosen: [Rows.Item] { marks.isEmpty ? selected.map { [$0] } ?? [] : marked }

    private func copy(_ lines: [String]) -> [Step] {
        lines.isEmpty ? [.say(.info("There is no row to copy."))] : [.run(.copy(lines.joined(separator: "\n")))]
    }
}
