import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct FormHelpTests {
    private static let ukrainian = Languages.chosen("uk", environment: [:])

    @Test("The help of a form begins with what the focused field takes, in both languages, wide and small")
    func pictures() {
        for (name, language) in [("", Language.english), ("uk-", Self.ukrainian)] {
            var stage = Stage(language: language)
            stage.does("4 n tab tab f1")
            Golden.expect(stage.text, is: "\(name)form-help")
            stage = Stage(width: 40, height: 10, language: language)
            stage.does("4 n tab tab f1")
            Golden.expect(stage.text, is: "\(name)form-help-40x10")
        }
    }

    @Test("Every field of every form says what it takes, and takes its own examples")
    func everyField() throws {
        let format = Format()
        let order = Fixture.order()
        let subjects: [any FormSubject] = [
            UserForm(original: nil), UserForm(original: Fixture.user()), ProductForm(original: nil, format: format),
            ProductForm(original: Fixture.product(), format: format),
            StockForm(product: Fixture.product(), format: format), OrderNoteForm(order: order, format: format),
        ]
        for subject in subjects {
            for field in subject.fields {
                #expect(!field.help.line.isEmpty && !field.help.rule.isEmpty, "\(field.name)")
                #expect(field.choices.isEmpty != field.help.examples.isEmpty, "\(field.name)")
                for example in field.help.examples {
                    #expect(!Self.breaks(subject, field, example.english), "\(field.name): \(example)")
                }
            }
        }
    }

    private static func breaks(_ subject: any FormSubject, _ field: FormField, _ text: String) -> Bool {
        var texts = subject.texts
        texts[field.name] = text
        if field.name == "delta" { texts["reason"] = "correction" }
        do throws(InvalidInput) {
            _ = try subject.query(FormValues(texts))
            return false
        } catch {
            return error.violations.contains { $0.field == field.name }
        }
    }

    @Test("Other screens have no field to begin their help with, and the list below a topic is moved through")
    func others() {
        var stage = Stage()
        stage.does("3 f1")
        #expect(!stage.isShown("For example"))
        stage.does("escape n f1")
        #expect(stage.isShown("For example: Олена Іваненко"))
        stage.type("keep your")
        #expect(stage.isShown("Nobody e"))
        for _ in 0..<40 { stage.press("down") }
        stage.does("escape")
        #expect(stage.path.last == "New customer")
    }
}
