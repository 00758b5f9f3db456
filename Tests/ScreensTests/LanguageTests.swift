import Domain
import Foundation
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct LanguageTests {
    private let ukrainian = Languages.chosen("uk", environment: [:])

    @Test(
        "The locale chooses the language, and the setting chooses before it",
        arguments: [
            ("auto", ["LANG": "uk_UA.UTF-8"], "uk"), ("auto", ["LANG": "en_US.UTF-8"], "en"), ("auto", [:], "en"),
            ("auto", ["LC_ALL": "uk_UA", "LANG": "en_US"], "uk"), ("auto", ["LC_ALL": "", "LANG": "uk"], "uk"),
            ("auto", ["LANG": "fr_FR"], "en"), ("en", ["LANG": "uk_UA"], "en"), ("uk", ["LANG": "C"], "uk"),
        ] as [(String, [String: String], String)])
    func chosen(_ setting: String, _ environment: [String: String], _ code: String) {
        #expect(Languages.chosen(setting, environment: environment).code == code)
    }

    @Test("Ukrainian amounts, counts and days are written as Ukrainians write them")
    func format() {
        let format = Format(language: ukrainian)
        #expect(format.money(Money(minor: 1_250_00)) == "1 250,00 ₴")
        #expect(format.count(1_204_000) == "1 204 000")
        #expect(format.date(Moment(microseconds: 0)) == "01.01.1970")
        #expect(Format().money(Money(minor: -5)) == "-0.05 ₴")
    }

    @Test("Every text for people in the sources of the screens and of the domain has a Ukrainian translation")
    func isComplete() throws {
        let table = ukrainian.translations
        var missing: [String] = []
        let terminal = ["Commands", "Files", "Theme"].map { "Sources/TerminalUI/\($0)" }
        for folder in ["Sources/Screens", "Sources/Domain"] + terminal {
            for file in try SourceTexts.files(in: folder) {
                for text in SourceTexts.texts(of: file) where table[text] == nil { missing.append("\(file): \(text)") }
            }
        }
        #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
    }

    @Test("Translations keep the places of their patterns")
    func places() {
        for (pattern, translation) in ukrainian.translations {
            let places = pattern.components(separatedBy: "{}").count - 1
            let numbered = translation.matches(of: /\{(\d+)[:}]/).compactMap { Int($0.1) }
            let plain = translation.components(separatedBy: "{}").count - 1
            #expect(numbered.allSatisfy { (1...max(places, 1)).contains($0) }, "\(pattern)")
            #expect(Set(numbered).count + plain >= places, "\(pattern)")
        }
    }

    @Test(
        "A screen in Ukrainian has no English word left on it",
        arguments: ["", "3", "4", "2", "3 enter", "4 enter", "2 enter", "3 f6", "4 f6", "4 +", "1", "2 f1", "2 x"])
    func pictures(_ keys: String) {
        var stage = Stage(language: ukrainian)
        for key in keys.split(separator: " ") { stage.does(String(key)) }
        #expect(Self.english(in: stage.text).isEmpty, "\(stage.text.joined(separator: "\n"))")
        let name = keys.isEmpty ? "home" : keys.replacing(" ", with: "-").replacing("+", with: "plus")
        Golden.expect(stage.text, is: "uk-\(name)")
    }

    @Test("Order entry speaks Ukrainian from the first line to the order's number")
    func entry() {
        var stage = Stage(language: ukrainian)
        stage.does("1")
        stage.type("олена")
        stage.does("enter")
        #expect(Self.english(in: stage.text).isEmpty, "\(stage.text.joined(separator: "\n"))")
    }

    /// Words of Latin letters that are neither data of the test's shop nor names of keys.
    private static func english(in rows: [String]) -> [String] {
        let known: Set<String> = [
            "oblik", "http", "local", "olena", "ivanov", "lovelace", "enter", "shift", "home", "pgdn", "pgup", "down",
            "space", "backspace", "example", "import", "online", "retail", "file", "office", "very", "expensive",
            "thing",
            "delivery", "name",
        ]
        return rows.flatMap { row in
            row.matches(of: /[A-Za-z]{4,}/).map { String($0.0) }.filter { !known.contains($0.lowercased()) }
        }
    }
}
