import ArgumentParser

/// `oblik`: the terminal; where there is none, the HTTP listener alone.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "run", abstract: "Open the terminal (the default).")
    @OptionGroup var options: GlobalOptions
    @Flag(name: .long, help: "Bring the schema of a foreign server up to date first.") var migrate = false

    func run() async throws {
        guard Console.isInteractive || options.linear else {
            Console.complain("No terminal on standard input and output: serving HTTP only. `oblik --help` says more.")
            return try await ServeCommand.serve(options, migrates: migrate)
        }
        try await TerminalProgram(try CommandContext(options, log: .file), migrates: migrate).run()
    }
}
