import Wording

/// The word that calls an action in the palette, and what may stand behind it: `:orders status:paid`.
struct CommandWord: Hashable, Sendable {
    /// What may stand behind the word.
    enum Argument: Hashable, Sendable {
        /// The filter of the list that is opened.
        case filter
        /// The number of an order.
        case order
        /// The code of a product, or words of its name.
        case product
        /// A customer's name, or the end of their telephone number.
        case customer
        /// As `customer`, for whom something is begun; nobody is fine as well.
        case newCustomer
        case theme
        /// The name of a saved view.
        case view
        /// A key, or words of what it does.
        case key
    }

    let word: String
    /// `nil` where nothing may stand behind the word.
    let argument: Argument?

    init(_ word: String, _ argument: Argument? = nil) { (self.word, self.argument) = (word, argument) }

    /// Whether the word means nothing by itself.
    var needsArgument: Bool { argument.map { !$0.isOptional } ?? false }

    /// How documents and lists write it: `:order number`, `:orders [filter]`.
    func usage(in language: Language) -> String {
        guard let argument else { return ":\(word)" }
        let title = language.text(argument.title)
        return argument.isOptional ? ":\(word) [\(title)]" : ":\(word) \(title)"
    }
}

extension CommandWord.Argument {
    var isOptional: Bool {
        switch self {
        case .filter, .newCustomer, .key: true
        case .order, .product, .customer, .theme, .view: false
        }
    }

    /// What it is, in a word or two.
    var title: Phrase {
        switch self {
        case .filter: "filter"
        case .order: "number"
        case .product: "code or name"
        case .customer, .newCustomer: "name or telephone"
        case .theme, .view: "name"
        case .key: "key or words"
        }
    }
}
