import Domain

/// What a field holds, and so how it is written once the field is left.
enum FieldKind: Hashable, Sendable {
    case text, phone
    /// One of a few values, called by their titles.
    case choice(Format)
    /// An amount of money.
    case amount(Format)
    /// A number of pieces.
    case count(Format)
    /// Pieces that come, or go.
    case change(Format)

    /// The text as the screens write it: `1250,5` as `1 250.50`; one that can't be read stays as it was typed.
    func written(_ text: String) -> String {
        let text = Text.trim(text)
        switch self {
        case .text, .choice: return text
        case .phone: return PhoneNumber.written(text) ?? text
        case .amount(let format):
            return Money(Self.without(format.currencySign, text)).map(format.amount) ?? text
        case .count(let format): return WholeNumber(text).map { format.count($0.value) } ?? text
        case .change(let format): return WholeNumber(text).map { format.change($0.value) } ?? text
        }
    }

    /// An amount without the currency's sign, which may stand on either side.
    private static func without(_ sign: String, _ text: String) -> String {
        if text.hasSuffix(sign) { return Text.trim(String(text.dropLast(sign.count))) }
        return text.hasPrefix(sign) ? Text.trim(String(text.dropFirst(sign.count))) : text
    }
}
