import ArgumentParser
import Domain
import Services

/// `oblik import …`: orders from files.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring orders in from a file.", subcommands: [OnlineRetail.self])

    /// `oblik import online-retail FILE`.
    struct OnlineRetail: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "online-retail", abstract: "Import the Online Retail data (UCI, 2015).",
            discussion: """
                FILE is a .csv, a .csv.xz, or - for standard input. Invoices that were imported before are passed \
                over, so importing twice changes nothing. Everything happens in one transaction: cancelled, it has \
                not happened.
                """)
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The file; - is standard input.") var file: String
        @Flag(name: .long, help: "Do all the work, report on it, and undo it.") var dryRun = false
        @Option(
            name: .long, help: ArgumentHelp("Where the rows that are not imported go, with reasons.", valueName: "file")
        )
        var rejects: String?
        @Option(name: .long, help: "What each new product has on hand afterwards.") var openingStock = 0

        func run() async throws {
            let rejects = rejects ?? (file == "-" ? "online-retail.rejects.csv" : Self.rejectsName(of: file))
            let wanted = ImportOptions(
                file: file, isDryRun: dryRun, rejectsPath: rejects, openingStock: openingStock)
            let report = try await DataProgram.run(options) { desk in
                try await ImportService(desk.operations).run(wanted, as: desk.principal, progress: DataProgram.show)
            }
            Self.tell(report, rejects: rejects)
        }

        /// `online_retail.rejects.csv` in the working directory, for `…/online_retail.csv.xz`.
        private static func rejectsName(of file: String) -> String {
            let name = file.split(separator: "/").last.map(String.init) ?? "import"
            return (name.split(separator: ".").first.map(String.init) ?? name) + ".rejects.csv"
        }

        private static func tell(_ report: ImportReport, rejects: String) {
            let row: (String, Int) -> Void = { label, number in
                let digits = DataProgram.grouped(number)
                Console.print(String(repeating: " ", count: max(0, 12 - digits.count)) + digits + "  " + label)
            }
            row("lines read", report.lines)
            row("imported", report.importedLines)
            row("of invoices that are here already", report.knownLines)
            row("rejected", report.rejectedLines)
            for (reason, count) in report.rejected.sorted(by: { $0.value > $1.value }) {
                row("  " + reason.message, count)
            }
            row("new orders", report.orders)
            row("new customers", report.customers)
            row("new products", report.products)
            if report.rejectedLines > 0 { Console.print("Rejected rows with their reasons: \(rejects)") }
            let end = report.isDryRun ? "Dry run: all of it was undone." : "Done"
            Console.print("\(end) in \(DataProgram.seconds(report.elapsed))")
        }
    }
}
