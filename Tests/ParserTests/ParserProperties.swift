import Domain
import JSON
import TerminalUI

/// What must hold for every text that comes from outside: the fuzzer looks for one for which it does not, the tests
/// replay what was found.
enum ParserProperties {
    /// The properties; the first byte of an input chooses one.
    private static let all: [@Sendable ([UInt8]) -> Void] = [
        json, csv, keys, filters, values, cells, keyFile,
    ]

    /// Checks the property that the first byte chooses on the bytes that follow.
    static func check(_ bytes: [UInt8]) {
        guard let choice = bytes.first else { return }
        all[Int(choice) % all.count](Array(bytes.dropFirst()))
    }

    /// What is read as JSON is written as JSON that is read as the same.
    @Sendable private static func json(_ bytes: [UInt8]) {
        guard let value = try? JSONParser.parse(bytes) else { return }
        var writer = JSONWriter()
        writer.value(value)
        let again = try? JSONParser.parse(writer.bytes)
        precondition(again == value, "JSON is written as something else.")
    }

    /// However a CSV file is cut into chunks, its records are the same.
    @Sendable private static func csv(_ bytes: [UInt8]) {
        let limits = CSVReader.Limits(field: 40, record: 100)
        func records(_ size: Int) -> [String] {
            var (reader, records) = (CSVReader(limits: limits), [String]())
            for start in stride(from: 0, to: bytes.count, by: size) {
                reader.read(Array(bytes[start..<min(start + size, bytes.count)])) {
                    records.append("\($0.line) \($0.problem.map { "\($0)" } ?? "") \($0.texts)")
                }
            }
            reader.finish { records.append("\($0.line) \($0.problem.map { "\($0)" } ?? "") \($0.texts)") }
            return records
        }
        precondition(records(1) == records(max(bytes.count, 1)), "Records depend on how they are cut.")
    }

    /// However keys are cut, they are the same events, and none is a control character.
    @Sendable private static func keys(_ bytes: [UInt8]) {
        var (whole, cut) = (KeyDecoder(), KeyDecoder())
        let events = whole.feed(bytes) + whole.flush()
        let others = bytes.flatMap { cut.feed([$0]) } + cut.flush()
        precondition(events == others, "Events depend on how the bytes are cut.")
        for case .key(let press) in events {
            guard case .character(let scalar) = press.key else { continue }
            precondition(scalar.properties.generalCategory != .control, "A control character is a key.")
        }
    }

    /// A filter that was understood prints as one that means the same, and can be completed anywhere.
    @Sendable private static func filters(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        filter(text, of: OrderField.self)
        filter(text, of: ProductField.self)
        filter(text, of: UserField.self)
    }

    private static func filter<Field: FilterField>(_ text: String, of type: Field.Type) {
        let calendar = FilterCalendar(now: Moment(microseconds: 1_790_000_000_000_000), offsetSeconds: 7200)
        let parsed = ParsedFilter<Field>(text, calendar: calendar)
        // A mark joins the blank or the quote before it, so that the print can't part the two; a field takes no
        // controls.
        let isTyped = text.unicodeScalars.allSatisfy { !$0.properties.isGraphemeExtend && $0.value >= 0x20 }
        if isTyped {
            let again = ParsedFilter<Field>(parsed.terms.description, calendar: calendar)
            precondition(again.mistakes.isEmpty && again.terms == parsed.terms, "The print means something else.")
        }
        for cursor in 0...min(text.count, 20) { _ = FilterCompletion.at(cursor, in: text, of: type) }
    }

    /// What is read as an amount, a percentage, a time or a telephone number is written as what is read as the same.
    @Sendable private static func values(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if let money = Money(text) { precondition(Money(money.description) == money) }
        if let percent = Percent(text) { precondition(Percent(percent.description) == percent) }
        if let moment = Moment(text) {
            // Times are printed in milliseconds.
            let milliseconds = moment.microseconds - ((moment.microseconds % 1000) + 1000) % 1000
            precondition(Moment(moment.description) == Moment(microseconds: milliseconds))
        }
        if let phone = PhoneNumber.written(text) { precondition(PhoneNumber.written(phone) == phone) }
        precondition(SearchText.fold(SearchText.fold(text)) == SearchText.fold(text), "Folding twice is folding once.")
    }

    /// Whatever is drawn, every cell holds what a terminal shows in as many columns, and nothing else.
    @Sendable private static func cells(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        var canvas = Canvas(size: Size(width: 12, height: 1))
        let used = canvas.write(text, x: 0, y: 0, width: 12)
        precondition(used == min(Canvas.width(of: text), 12) || used == 11, "The width is not what was drawn.")
        precondition(canvas.cells.reduce(0) { $0 + Int($1.width) } == 12, "The columns of the row don't add up.")
        for cell in canvas.cells where cell.width > 0 {
            guard let category = Unicode.Scalar(cell.scalar)?.properties.generalCategory else {
                preconditionFailure("A cell holds no scalar.")
            }
            precondition(![.control, .format, .surrogate, .lineSeparator, .paragraphSeparator].contains(category))
        }
    }

    /// A file of keys is understood or has faults with their places; nothing is in between.
    @Sendable private static func keyFile(_ bytes: [UInt8]) {
        _ = KeyFile(text: String(decoding: bytes, as: UTF8.self), path: "keys.toml")
    }
}
