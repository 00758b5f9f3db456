import Domain
import TerminalUI
import Testing
import Wording

@testable import Screens

/// Pictures of every screen and overlay at four sizes, in UTF-8 and ASCII, with and without colours.
@Suite struct GalleryTests {
    private static let sizes = [(80, 24), (60, 16), (40, 10), (120, 40)]

    @Test("Every screen and every overlay has its pictures", arguments: Gallery.places)
    func pictures(_ place: GalleryPlace) throws {
        var lines: [String] = []
        for (width, height) in Self.sizes {
            let stage = try place.stage(width: width, height: height)
            let picture = GalleryPicture(utf8: stage.canvas(.utf8), ascii: stage.canvas(.ascii))
            lines += ["== \(width)x\(height)"] + picture.lines
        }
        Golden.expect(lines, is: "Gallery/\(place.name)")
    }

    @Test("An ASCII terminal gets ASCII alone, in cells and as marks", arguments: Gallery.places)
    func ascii(_ place: GalleryPlace) throws {
        for (width, height) in Self.sizes {
            let text = try place.stage(width: width, height: height).canvas(.ascii).text.joined()
            let strange = text.unicodeScalars.filter { !$0.isASCII }
            #expect(strange.isEmpty, "\(width)x\(height)")
        }
    }

    @Test(
        "The cursor is on the screen, and a terminal that was one cell small shows the same again",
        arguments: Gallery.places)
    func smallest(_ place: GalleryPlace) throws {
        for (width, height) in Self.sizes {
            var stage = try place.stage(width: width, height: height)
            let before = stage.canvas(.utf8)
            let cursor = try #require(before.cursor)
            #expect(before.bounds.contains(cursor))
            stage.resize(width: 1, height: 1)
            #expect(stage.canvas(.utf8).size == Size(width: 1, height: 1))
            stage.resize(width: width, height: height)
            stage.settleEntry()
            #expect(stage.canvas(.utf8).text == before.text, "\(width)x\(height)")
        }
    }

    @Test("Every scope of the registry is in the gallery")
    func scopes() throws {
        var seen: Set<Scope> = [.everywhere]
        for place in Gallery.places { seen.formUnion(try place.stage(width: 80, height: 24).model.scopes) }
        let missing = Set(Scope.allCases).subtracting(seen)
        #expect(missing.isEmpty)
    }

    @Test("Every action that docs/KEYS.md tells of stands in the help of some place")
    func help() throws {
        var shown: Set<String> = []
        for place in Gallery.places {
            let scopes = try place.stage(width: 80, height: 24).model.scopes
            for command in Keymap.classic.commands(in: scopes) { shown.insert(command.title.english) }
        }
        let titles = Set(ActionRegistry.entries.map { $0.title.english })
        #expect(titles.subtracting(shown).sorted() == [])
    }

    @Test("What a role looks like is written down for every theme, in colours and without")
    func looks() throws {
        var lines: [String] = []
        for name in ["dark", "light", "green", "contrast", "mono"] {
            let theme = try Themes.load(name)
            lines.append("== \(name)")
            for role in CellRole.allCases { lines.append("\(role.name) \(Themes.name(theme[role]))") }
        }
        lines.append("== without colours")
        for role in CellRole.allCases { lines.append("\(role.name) \(Themes.name(Theme.plain[role]))") }
        Golden.expect(lines, is: "Gallery/looks")
    }

    @Test("Without colours no role that tells something looks like plain text", arguments: ["mono", "plain"])
    func mono(_ name: String) throws {
        let theme = name == "plain" ? Theme.plain : try Themes.load(name)
        let telling: [CellRole] = [
            .title, .heading, .selection, .mark, .field, .fieldFocus, .error, .ok, .warning, .match, .hintKey, .status,
            .badge,
        ]
        for role in telling { #expect(theme[role].attributes != theme[.text].attributes, "\(role)") }
        for role in CellRole.allCases {
            #expect(theme[role].foreground == nil && theme[role].background == nil, "\(role)")
        }
    }
}

extension Stage {
    func canvas(_ glyphs: Glyphs) -> Canvas {
        var canvas = Canvas(size: model.size, glyphs: glyphs)
        model.view(on: &canvas)
        return canvas
    }
}
