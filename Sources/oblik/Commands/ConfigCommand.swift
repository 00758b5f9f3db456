import ArgumentParser
import Settings

/// `oblik config`: what is configured, and where each value comes from.
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show every setting, its value and where it comes from.")
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let (settings, _) = try CommandContext.configuration(options, ProcessEnvironment.current)
        Console.print(settings.describe())
    }
}
