/// How rows are written into a file.
package enum ExportFormat: String, Sendable, CaseIterable {
    /// RFC 4180, with a row of names; what looks like a formula has an apostrophe in front.
    case csv
    /// Columns parted by tabs, with a row of names; tabs and line ends within a value are blanks.
    case tsv
    /// RFC 8259: an array of objects; amounts are strings, as they are over HTTP.
    case json
}
