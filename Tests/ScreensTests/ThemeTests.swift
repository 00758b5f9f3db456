import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct ThemeTests {
    @Test("A theme whose file is saved is read anew if it is on the screen, and no other is")
    func saved() throws {
        var stage = Stage()
        stage.send(.themeFilesChanged(["light"], names: ["dark", "light", "sepia"]))
        #expect(stage.themeRequests.isEmpty)
        stage.send(.themeFilesChanged(["dark", "light"], names: ["dark", "light", "sepia"]))
        let request = try #require(stage.themeRequests.last)
        #expect((request.name, request.reason) == ("dark", .changed))
        stage.send(.themed(request))
        #expect(stage.message.contains("Theme dark was read anew."))
        stage.does("ctrl+p")
        stage.type("sepia")
        #expect(stage.isShown("Theme: sepia"))
    }

    @Test("A faulty file is told with its place, and what is on the screen stays")
    func faulty() throws {
        var stage = Stage()
        stage.send(.themeFilesChanged(["dark"], names: ["dark"]))
        let request = try #require(stage.themeRequests.last)
        stage.effects = []
        stage.send(.themeRefused(request, "themes/dark.toml:4:9: role.title.fg: \("\"#12\"") is no colour."))
        #expect(stage.message.contains("themes/dark.toml:4:9: role.title.fg: \"#12\" is no colour. The theme stays"))
        #expect(stage.rings == 1)
        #expect(stage.themeRequests.isEmpty)
    }

    @Test("A chosen theme that can't be used leaves the one before, whose file is still followed")
    func refused() throws {
        var stage = Stage()
        stage.press("ctrl+p")
        stage.type("Theme: light")
        stage.press("enter")
        let request = try #require(stage.themeRequests.last)
        stage.effects = []
        stage.send(.themeRefused(request, "themes/light.toml: The file isn't UTF-8."))
        #expect(stage.message.contains("isn't UTF-8"))
        #expect(stage.model.themes.chosen == "dark")
        stage.effects = []
        stage.send(.themeFilesChanged(["dark"], names: ["dark", "light"]))
        #expect(stage.themeRequests.map(\.name) == ["dark"])
    }
}
