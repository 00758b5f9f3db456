import TerminalUI
import Testing
import Wording

@Suite struct ThemeFileTests {
    /// The repository's own themes, found from this file.
    private static let directory = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/themes"

    @Test("Every theme that is shipped loads, names itself after its file, and can be read")
    func loadsShipped() throws {
        let names = ThemeFile.names(in: Self.directory)
        #expect(names == ["contrast", "dark", "green", "light", "mono"])
        for name in names {
            let theme = try ThemeFile.load(path: "\(Self.directory)/\(name).toml")
            #expect(theme.name == name)
            for role in Role.allCases where role.isText && name != "mono" {
                let style = theme[role]
                let contrast = try #require(style.background.flatMap { style.foreground?.contrast(with: $0) })
                #expect(contrast >= (name == "contrast" ? 7 : 4.5), "\(name) \(role)")
            }
        }
    }

    @Test("The theme mono has attributes alone, and tells the selection and errors from text")
    func keepsMonoPlain() throws {
        let mono = try ThemeFile.load(path: "\(Self.directory)/mono.toml")
        for role in Role.allCases {
            #expect(mono[role].foreground == nil && mono[role].background == nil)
        }
        for role in [Role.selection, .error, .mark, .title, .fieldFocus, .status] {
            #expect(mono[role].attributes != mono[.text].attributes)
            #expect(Theme.plain[role].attributes != Theme.plain[.text].attributes)
        }
    }

    @Test(
        "A fault is reported with line, column, key and reason",
        arguments: [
            ("name = \"x\"\n[role]\ntitle = { fg = \"#12\" }", "t.toml:3:11: role.title.fg: \"#12\" is no colour"),
            ("name = \"x\"\n[меню]\n", "t.toml:2:2: A table is named by letters from A to Z"),
            ("name = \"x\"\n  [[ !x ]]\n", "t.toml:2:6: A table is named by letters from A to Z"),
            ("name = \"x\"\n[\n", "t.toml:2:1: A table is named by letters from A to Z"),
            ("name = \"x\"\n[role]\ntitel = {}", "t.toml:3:1: role.titel: There is no such role"),
            (
                "name = \"x\"\n[role]\ntitle = { bold = true, colour = 1 }",
                "t.toml:3:24: role.title.colour: A style has only"
            ),
            ("name = \"x\"\n[role.title]\nbold = 1", "t.toml:3:1: role.title.bold: The value is true or false"),
            ("name = \"x\"\n[role]\n  title = 5", "t.toml:3:3: role.title: A style is a table"),
            ("name = \"x\"\n[palette]\nred = \"bright\"", "t.toml:3:1: palette.red: A colour of the palette"),
            ("name = \"x\"\nfont = 1", "t.toml:2:1: font: A theme has only"),
            ("[role]", "t.toml: name: A theme needs a name"),
            ("name = \"x\"\n[role\n", "t.toml:2:6: "),
            (
                "name = \"x\"\n[base]\nfg = \"#777777\"\nbg = \"#808080\"\n",
                "t.toml:2:1: base: The contrast of text is 1.13:1, below 4.5:1."
            ),
            (
                "name = \"x\"\n[base]\nfg = \"#ffffff\"\nbg = \"#000000\"\n[role]\n\nmoney = { fg = \"#333333\" }",
                "t.toml:7:1: role.money: The contrast of money is 1.66:1"
            ),
            (
                "name = \"x\"\ncontrast = \"high\"\n[base]\nfg = \"#ffffff\"\nbg = \"#000000\"\n[role]\n"
                    + "  hint = { fg = \"#888888\" }",
                "t.toml:7:3: role.hint: The contrast of hint is 5.92:1, below 7.0:1."
            ),
            (
                "name = \"contrast\"\n[base]\nfg = \"#ffffff\"\nbg = \"#000000\"\n[role]\nok = { fg = \"green\" }",
                "t.toml:6:1: role.ok: A contrast of 7.0:1 needs exact colours, and ok has others."
            ),
            ("name = \"x\"\ncontrast = 7", "t.toml:2:1: contrast: The contrast is \"high\", or is left out."),
        ])
    func reports(text: String, message: String) {
        let error = #expect(throws: ThemeError.self) { try ThemeFile.parse(text, file: "t.toml") }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "nothing was thrown")")
    }

    @Test("Colours are exact, of the palette, or the terminal's own")
    func readsColors() throws {
        let theme = try ThemeFile.parse(
            """
            name = "x"
            [palette]
            tea = "#00FF7f"
            [base]
            bg = "black"
            [role]
            ok = { fg = "tea", bold = true, italic = false }
            error = { fg = "bright-red", underline = true, reverse = true, dim = true }
            """, file: "t.toml")
        #expect(theme[.ok] == Style(foreground: .rgb(0, 255, 127), background: .palette(0), attributes: .bold))
        #expect(theme[.error].foreground == .palette(9))
        #expect(theme[.error].attributes == [.underline, .reverse, .dim])
        #expect(theme[.text] == Style(background: .palette(0)))
    }

    @Test("A file that can't be read says so by its name")
    func reportsMissing() {
        let error = #expect(throws: ThemeError.self) { try ThemeFile.load(path: "/nowhere/x.toml") }
        #expect(error?.description == "/nowhere/x.toml: The file can't be opened: No such file or directory.")
        #expect(throws: ThemeError.self) { try ThemeFile.load(path: "/dev/zero") }
        #expect(throws: ThemeError.self) { try ThemeFile.load(path: "/") }
        #expect(ThemeFile.names(in: "/nowhere").isEmpty)
    }

    @Test(
        "A role that holds text can't be less readable than the theme promises, whichever role it is",
        arguments: Role.allCases)
    func checksEveryRole(role: Role) throws {
        // #767676 has 4.54:1 on white, and #777777 has 4.48:1; #595959 has 7.004:1, and #5a5a5a has 6.89:1.
        func theme(_ color: String, _ head: String = "") -> String {
            """
            name = "x"
            \(head)
            [base]
            fg = "#000000"
            bg = "#ffffff"
            [role]
            \(role.name) = { fg = "\(color)" }
            """
        }
        for (good, bad, head) in [("#767676", "#777777", ""), ("#595959", "#5a5a5a", "contrast = \"high\"")] {
            _ = try ThemeFile.parse(theme(good, head), file: "t.toml")
            guard role.isText else {
                _ = try ThemeFile.parse(theme(bad, head), file: "t.toml")
                continue
            }
            let error = #expect(throws: ThemeError.self) { try ThemeFile.parse(theme(bad, head), file: "t.toml") }
            #expect((error?.line, error?.column) == (7, 1))
            #expect(error?.key == "role.\(role.name)")
            #expect(error?.reason.english.hasPrefix("The contrast of \(role.name) is ") == true)
        }
    }

    @Test("Contrast follows WCAG: 21 for black and white, 1 for equals")
    func reckonsContrast() throws {
        let black = Color.rgb(0, 0, 0)
        let contrast = try #require(black.contrast(with: .rgb(255, 255, 255)))
        #expect(abs(contrast - 21) < 0.001)
        #expect(black.contrast(with: black) == 1)
        #expect(black.contrast(with: .palette(7)) == nil)
        // The grey that WCAG's own examples give as just enough on white.
        let grey = try #require(Color.rgb(0x76, 0x76, 0x76).contrast(with: .rgb(255, 255, 255)))
        #expect(abs(grey - 4.54) < 0.01)
    }
}
