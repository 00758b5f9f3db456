package import Domain

/// What is to be imported, and how.
package struct ImportOptions: Sendable, Hashable {
    /// The path of an "Online Retail" file, plain or packed with xz; `-` is standard input.
    package let file: String
    /// Do all the work and report on it, and then undo it.
    package let isDryRun: Bool
    /// Where the rows that are not imported are written to, with reasons; `nil` writes them nowhere.
    package let rejectsPath: String?
    /// What each product that is new has on hand after the import.
    package let openingStock: Int

    package init(file: String, isDryRun: Bool = false, rejectsPath: String? = nil, openingStock: Int = 0) {
        (self.file, self.isDryRun) = (file, isDryRun)
        (self.rejectsPath, self.openingStock) = (rejectsPath, openingStock)
    }
}

/// What an import has done, or would have done if it was a dry run.
///
/// ``lines`` always equals ``importedLines`` + ``knownLines`` + ``rejectedLines``.
package struct ImportReport: Sendable, Hashable {
    /// Records of the file, without its header.
    package internal(set) var lines = 0
    /// Records that became lines of orders.
    package internal(set) var importedLines = 0
    /// Records of invoices that were imported before.
    package internal(set) var knownLines = 0
    /// Records that are no sales or can't be read, by reason.
    package internal(set) var rejected: [RejectReason: Int] = [:]
    /// New orders.
    package internal(set) var orders = 0
    /// Invoices that were imported before.
    package internal(set) var knownOrders = 0
    /// New customers.
    package internal(set) var customers = 0
    /// New products.
    package internal(set) var products = 0
    /// Whether nothing of this was kept.
    package let isDryRun: Bool
    package internal(set) var elapsed: Duration = .zero

    init(isDryRun: Bool) { self.isDryRun = isDryRun }

    /// How many records were rejected.
    package var rejectedLines: Int { rejected.values.reduce(0, +) }
}
