import ArgumentParser
import Domain
import Services

/// `oblik seed`: a demo shop.
struct SeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed", abstract: "Make a demo shop: the same numbers make the same shop.")
    @OptionGroup var options: GlobalOptions
    @Option(name: .long, help: "How many orders.") var orders = 1000
    @Option(name: .long, help: "The same seed makes the same shop.") var seed: UInt64 = 1
    @Option(name: .long, help: "How many customers; by default one for ten orders.") var users: Int?
    @Option(name: .long, help: "How many products; by default one for twenty orders.") var products: Int?
    @Option(name: .long, help: ArgumentHelp("The day on which the orders end; by default today.", valueName: "date"))
    var end: String?

    func run() async throws {
        let end = try end.map { text in
            guard let moment = Moment(text) else { throw ValidationError("--end: a date looks like 2026-11-30.") }
            return moment
        }
        let wanted = SeedOptions(orders: orders, seed: seed, users: users, products: products, end: end)
        let report = try await DataProgram.run(options) { desk in
            try await SeedService(desk.operations).run(wanted, as: desk.principal, progress: DataProgram.show)
        }
        Console.print(Self.summary(report))
    }

    /// What was made, as a line.
    static func summary(_ report: SeedReport) -> String {
        let counts = [
            (report.users, "customers"), (report.products, "products"), (report.orders, "orders"),
            (report.lines, "lines"),
        ]
        let made = counts.map { "\(DataProgram.grouped($0.0)) \($0.1)" }.joined(separator: ", ")
        return "\(made) in \(DataProgram.seconds(report.elapsed))"
    }
}
