import ArgumentParser
import Screens
import Settings
import Wording

/// `oblik keys`: which key does what, as the preset and `config/keys.toml` have it.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Show which key does what, screen by screen.")
    @OptionGroup var options: GlobalOptions
    @Flag(help: "Print docs/KEYS.md: the keys of all presets.") var markdown = false
    @Flag(help: "Print a config/keys.toml in which every line is a comment.") var toml = false

    func run() async throws {
        if markdown { return Console.print(KeysDocument.markdown) }
        if toml { return Console.print(KeysDocument.file) }
        let (settings, assets) = try CommandContext.configuration(options, ProcessEnvironment.current)
        let keymap = KeymapChoice.keymap(settings, assets)
        let language = Languages.chosen(settings.language, environment: ProcessEnvironment.current)
        for warning in keymap.warnings { Console.complain(language.text(warning)) }
        for line in KeysDocument.lines(keymap, in: language) { Console.print(line) }
    }
}
