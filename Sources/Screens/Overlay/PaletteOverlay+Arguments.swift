import Domain
import Services
import TerminalUI
import Wording

/// What stands behind a word, and what may.
extension PaletteOverlay {
    /// A word that is typed, and what stands behind it.
    struct Argument: Sendable {
        let command: CommandEntry
        let word: String
        let kind: CommandWord.Argument
        let text: String
    }

    /// The argument that is being typed; `nil` while a command is searched for.
    var argument: Argument? {
        guard let blank = field.text.firstIndex(of: " ") else { return nil }
        guard let command = context.command(called: String(field.text[..<blank])), let word = command.word,
            let kind = word.argument
        else { return nil }
        let text = String(field.text[field.text.index(after: blank)...].drop { $0 == " " })
        return Argument(command: command, word: word.word, kind: kind, text: text)
    }

    /// What is shown for what is typed, as far as it is known without asking.
    func answerToTyping() -> Answer {
        guard let argument else {
            return Answer(rows: CommandSearch.rank(context.commands, by: field.text, in: context.language).map(row))
        }
        let isEmpty = argument.text.isEmpty
        switch argument.kind {
        case .filter: return filter(argument)
        case .theme: return theme(argument.text)
        case .view: return views(argument.text)
        case .key: return keys(argument.text)
        case .order: return order(argument.text)
        case .product: return isEmpty ? Answer() : Answer(query: .suggestProducts(argument.text))
        case .customer: return isEmpty ? Answer() : Answer(query: .suggestUsers(argument.text))
        case .newCustomer:
            let nobody = PaletteRow(name: "", title: argument.command.title, choice: .newOrder(nil))
            return isEmpty ? Answer(rows: [nobody]) : Answer(query: .suggestUsers(argument.text))
        }
    }

    /// What is shown for the answer to the query.
    func answer(to result: Result<Reply, ServiceError>) -> Answer {
        let format = context.format
        switch result {
        case .success(.record(.order(let order))):
            return Answer(rows: [
                PaletteRow(
                    name: order.id.description, title: Phrase(verbatim: order.customer),
                    about: "\(order.status.title), \(format.money(order.total))",
                    choice: .opens(OrdersScreens.detail(order, format)))
            ])
        case .success(.products(let page)) where !page.items.isEmpty:
            return Answer(
                rows: page.items.map { product in
                    PaletteRow(
                        name: product.sku, title: Phrase(verbatim: product.name),
                        about: Phrase(verbatim: format.money(product.price)),
                        choice: .opens(ProductsScreens.detail(product, format)))
                })
        case .success(.users(let page)) where !page.items.isEmpty:
            return Answer(rows: page.items.map(row))
        case .success: return Answer(problem: "Nothing is called so.")
        case .failure(.notFound(_, let id)): return Answer(problem: "There is no order \(id).")
        case .failure(let error): return Answer(problem: error.headline)
        }
    }

    private func row(_ entry: CommandEntry) -> PaletteRow {
        let choice: PaletteChoice =
            entry.word.flatMap { $0.needsArgument ? .types("\($0.word) ") : nil } ?? .action(entry.action)
        return PaletteRow(
            name: entry.keyText(in: context.language), title: entry.title, about: entry.group, refusal: entry.refusal,
            choice: choice)
    }

    private func row(_ user: User) -> PaletteRow {
        PaletteRow(
            name: user.id.description, title: Phrase(verbatim: user.name), about: Phrase(verbatim: user.phone ?? ""),
            choice: argument?.kind == .newCustomer ? .newOrder(user) : .opens(UsersScreens.detail(user, context.format))
        )
    }

    /// The list itself, and below it what could stand at the end of the filter.
    private func filter(_ argument: Argument) -> Answer {
        guard let list = PaletteList(argument.command.action, context.format) else { return Answer() }
        let text = argument.text
        let completion = list.completion(text.count, text)
        let head = String(text.prefix(completion.range.lowerBound))
        let completions = completion.options.map { option in
            PaletteRow(
                name: "", title: Phrase(verbatim: option), choice: .types("\(argument.word) \(head)\(option)"))
        }
        if let mistake = list.mistakes(text).first { return Answer(rows: completions, problem: mistake.message) }
        let opens = PaletteRow(
            name: "", title: text.isEmpty ? argument.command.title : "\(argument.command.title): \(text)",
            choice: .list(list.screen(text)))
        return Answer(rows: [opens] + completions)
    }

    private func theme(_ text: String) -> Answer {
        let names = context.themes.names
        let wanted = text.lowercased()
        let fitting = names.filter { $0.hasPrefix(wanted) }
        guard !fitting.isEmpty else {
            return Answer(problem: "There is no theme \(text); there are \(names.joined(separator: ", ")).")
        }
        let rows = fitting.map { PaletteRow(name: "", title: "Theme: \($0)", choice: .action(.theme($0))) }
        // The colours don't change before somebody has moved or typed.
        let current = fitting.firstIndex(of: text.isEmpty ? context.themes.chosen : wanted) ?? 0
        return Answer(rows: rows, selected: current)
    }

    /// The saved views whose names hold what is typed.
    private func views(_ text: String) -> Answer {
        let words = SearchText.words(text)
        let fitting = context.views.filter { view in
            let name = SearchText.fold(view.name)
            return words.allSatisfy(name.contains)
        }
        guard !fitting.isEmpty else {
            return Answer(problem: context.views.isEmpty ? "No view is kept yet." : "No view is called so.")
        }
        return Answer(
            rows: fitting.map { view in
                PaletteRow(
                    name: "", title: Phrase(verbatim: view.name), about: view.list.title,
                    choice: .list(PaletteList(named: view.list, context.format).view(view)))
            })
    }

    /// What a key does here, or what is called so.
    private func keys(_ text: String) -> Answer {
        let found = text.isEmpty ? [] : CommandSearch.rank(context.commands, by: text, in: context.language)
        if found.isEmpty && !text.isEmpty {
            return Answer(problem: "No key is called \(text), and nothing that one does.")
        }
        let help = PaletteRow(name: "", title: "Show the keys of this screen", choice: .help(text))
        let rows = found.map { entry in
            PaletteRow(
                name: entry.keyText(in: context.language), title: entry.title, about: entry.group,
                refusal: entry.refusal, choice: .help(text))
        }
        return Answer(rows: rows.isEmpty ? [help] : rows)
    }

    private func order(_ text: String) -> Answer {
        let digits = text.filter { !" #№".contains($0) }
        if digits.isEmpty { return Answer() }
        guard digits.allSatisfy(\.isWholeNumber), let number = Int64(digits), number > 0 else {
            return Answer(problem: "An order is called by its number, such as 104233.")
        }
        return Answer(query: .order(Identifier(number)))
    }
}
