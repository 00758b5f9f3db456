import CTerminal
import TerminalUI
import Testing

@testable import Curses

@Suite struct ColorDepthTests {
    @Test(
        "The number of colours decides the depth",
        arguments: [
            (0, ColorDepth.none), (1, .none), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .indexed),
            (32767, .indexed),
            (1 << 24, .exact),
        ])
    func knowsDepth(colors: Int, depth: ColorDepth) {
        #expect(ColorDepth(colors: colors) == depth)
    }

    @Test(
        "A colour becomes the nearest one that the terminal has",
        arguments: [
            (ColorDepth.exact, Color.rgb(0x12, 0x34, 0x56), 0x112_3456), (.exact, .palette(3), 3),
            (.exact, .palette(9), 0x1FF_0000),
            (.indexed, .rgb(0, 0, 0), 16), (.indexed, .rgb(255, 255, 255), 231), (.indexed, .rgb(0x5F, 0x87, 0xAF), 67),
            (.indexed, .rgb(8, 8, 8), 232), (.indexed, .palette(200), 200), (.sixteen, .rgb(250, 5, 5), 9),
            (.sixteen, .palette(231), 15), (.eight, .rgb(0xFB, 0xFA, 0xF7), 7), (.eight, .palette(9), 1),
            (.none, .rgb(1, 2, 3), -1),
        ])
    func maps(depth: ColorDepth, color: Color, number: Int) {
        #expect(depth.number(of: color) == number)
    }

    @Test("Text never takes the colour of its ground", arguments: [ColorDepth.eight, .sixteen, .indexed, .exact])
    func keepsContrast(depth: ColorDepth) {
        for ground in stride(from: 0, through: 255, by: 15) {
            let shade = UInt8(ground)
            let near = Color.rgb(shade, shade, shade &+ 1)
            let theme = Theme(
                name: "x", base: Style(foreground: near, background: .rgb(shade, shade, shade)), styles: [:])
            let look = depth.look(of: .text, in: theme)
            #expect(look.foreground != look.background)
        }
    }

    @Test("Without colours a role is told by attributes, those of the plain theme where it had colours")
    func degrades() {
        let theme = Theme(
            name: "x", base: Style(foreground: .palette(7), background: .palette(0)),
            styles: [.selection: Style(background: .palette(4)), .ok: Style(attributes: .italic)])
        #expect(ColorDepth.none.look(of: .selection, in: theme).attributes == Style.Attributes.reverse.rawValue)
        #expect(ColorDepth.none.look(of: .ok, in: theme).attributes == Style.Attributes.italic.rawValue)
        let text = ColorDepth.none.look(of: .text, in: theme)
        #expect((text.attributes, text.foreground, text.background) == (0, -1, -1))
    }

    @Test(
        "In every shipped theme, at every depth, what matters can be told from text",
        arguments: ["contrast", "dark", "green", "light", "mono"])
    func tellsRolesApart(name: String) throws {
        let theme = try Self.shipped(name)
        for depth in [ColorDepth.none, .eight, .sixteen, .indexed, .exact] {
            let text = depth.look(of: .text, in: theme)
            for role in [
                Role.title, .heading, .selection, .mark, .field, .fieldFocus, .error, .match, .hintKey, .status,
            ] {
                let look = depth.look(of: role, in: theme)
                let isSame =
                    look.attributes == text.attributes && look.foreground == text.foreground
                    && look.background == text.background
                #expect(!isSame, "\(name) \(depth) \(role)")
            }
            let (selection, focus) = (depth.look(of: .selection, in: theme), depth.look(of: .field, in: theme))
            #expect(selection.background != text.background || selection.attributes & UInt32(CT_REVERSE) != 0)
            #expect(focus.background != text.background || focus.attributes & UInt32(CT_UNDERLINE) != 0)
        }
    }

    @Test(
        "Among 256 colours every shipped theme keeps the contrast that it promises",
        arguments: [("contrast", 7), ("dark", 4.5), ("green", 4.5), ("light", 4.5)])
    func keepsPromises(name: String, minimum: Double) throws {
        let theme = try Self.shipped(name)
        func shown(_ number: Int32) -> Color {
            let color = Palette.colors[Int(number)]
            return .rgb(color.red, color.green, color.blue)
        }
        for role in Role.allCases where role.isText {
            let look = ColorDepth.indexed.look(of: role, in: theme)
            let contrast = try #require(shown(look.foreground).contrast(with: shown(look.background)))
            #expect(contrast >= minimum, "\(name) \(role)")
        }
    }

    /// A theme of the repository, found from this file.
    private static func shipped(_ name: String) throws -> Theme {
        let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
        return try ThemeFile.load(path: "\(root)/themes/\(name).toml")
    }

    @Test("The bits of attributes are those of the door")
    func agreesOnAttributes() {
        #expect(Int(Style.Attributes.bold.rawValue) == CT_BOLD)
        #expect(Int(Style.Attributes.dim.rawValue) == CT_DIM)
        #expect(Int(Style.Attributes.underline.rawValue) == CT_UNDERLINE)
        #expect(Int(Style.Attributes.reverse.rawValue) == CT_REVERSE)
        #expect(Int(Style.Attributes.italic.rawValue) == CT_ITALIC)
    }

    @Test("A cell has the same bytes in Swift and in C")
    func agreesOnLayout() {
        #expect(MemoryLayout<Cell>.size == MemoryLayout<ct_cell>.size)
        #expect(MemoryLayout<Cell>.stride == MemoryLayout<ct_cell>.stride)
        #expect(MemoryLayout<Cell>.offset(of: \.scalar) == MemoryLayout<ct_cell>.offset(of: \.scalar))
        #expect(MemoryLayout<Cell>.offset(of: \.marks) == MemoryLayout<ct_cell>.offset(of: \.marks))
        #expect(MemoryLayout<Cell>.offset(of: \.role) == MemoryLayout<ct_cell>.offset(of: \.style))
        #expect(MemoryLayout<Cell>.offset(of: \.width) == MemoryLayout<ct_cell>.offset(of: \.width))
    }
}
