import ArgumentParser
import Domain
import Services

/// `oblik verify`: proves ledger, totals and keys; exits with 1 where a rule does not hold.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Prove that stock, ledger, totals and keys agree.",
        discussion: "Everything is read in one snapshot; nothing is changed. Exits with 1 where a rule does not hold.")
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let report = try await DataProgram.run(options) { desk in
            try await VerifyService(desk.operations).run(as: desk.principal, progress: DataProgram.show)
        }
        for check in report.checks { Self.tell(check) }
        let verdict = report.isClean ? "The books are in order." : "The books are NOT in order."
        Console.print("\(verdict)  \(DataProgram.seconds(report.elapsed))")
        if !report.isClean { throw ExitCode(1) }
    }

    private static func tell(_ check: BookCheck) {
        let mark = check.faults == 0 ? "ok   " : "FAULT"
        let examined = "\(DataProgram.grouped(check.examined)) examined"
        let faults = check.faults == 0 ? "" : ", \(DataProgram.grouped(check.faults)) wrong"
        Console.print("\(mark)  \(check.rule.sentence)  (\(examined)\(faults))")
        for example in check.examples { Console.print("         \(example)") }
    }
}
