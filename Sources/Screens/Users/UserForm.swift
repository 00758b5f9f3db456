import Domain
import Wording

/// The form of a new customer, or of a user who is to be changed.
struct UserForm: FormSubject {
    private(set) var original: User?
    /// A name that was typed elsewhere already.
    var suggestedName = ""

    var title: Phrase { original.map { "Edit \($0.name)" } ?? "New customer" }

    var fields: [FormField] {
        [
            FormField(
                "name", "Name",
                help: FieldHelp(
                    "The name, as it stands on orders.",
                    rule: "1 to 200 characters. Whoever is called so already is named when you leave the field.",
                    examples: ["Олена Іваненко"])),
            FormField(
                "phone", "Phone",
                help: FieldHelp(
                    "Optional: 3 to 20 digits, such as +380 67 123 45 67.",
                    rule: "Blanks, brackets, dots, hyphens and slashes may part the digits.",
                    examples: ["+380 67 123 45 67", "+38 (067) 123-45-67", "067 123 45 67"]), kind: .phone,
                maximum: 40),
            FormField(
                "email", "E-mail",
                help: FieldHelp(
                    "Optional: name@example.com; no two users share one.",
                    rule: "Something on both sides of one @, no blanks, at most 254 characters.",
                    examples: ["olena@example.com"]), maximum: 254),
            FormField(
                "note", "Note",
                help: FieldHelp(
                    "Optional. Enter saves.", rule: "Up to 2,000 characters.", examples: ["Pays on delivery"]),
                maximum: 2000),
        ]
    }

    var texts: [String: String] {
        guard let user = original else { return ["name": suggestedName] }
        return [
            "name": user.name, "phone": user.phone ?? "", "email": user.email ?? "",
            "note": NoteText.shown(user.note),
        ]
    }

    func query(_ values: FormValues) throws(InvalidInput) -> Query? {
        guard let user = original else {
            let new = try NewUser(
                name: values["name"], email: values.optional("email"), phone: values.optional("phone"),
                note: values.optional("note").map(NoteText.read))
            return .change(.createUser(new))
        }
        let old = FormValues(texts)
        let edit = try UserEdit(
            name: values.edit("name", from: old["name"]), email: values.optionalEdit("email", from: old["email"]),
            phone: values.optionalEdit("phone", from: old["phone"]),
            note: values.noteEdit("note", from: old["note"]))
        return edit == (try UserEdit()) ? nil : .change(.editUser(user.id, edit, version: user.version))
    }

    func outcome(_ record: Record) -> (News, Phrase) {
        guard case .user(let user) = record else { return (.changed(record), "Saved.") }
        return original == nil
            ? (.created(record), "Customer \(user.name) is saved as number \(user.id).")
            : (.changed(record), "\(user.name) is saved.")
    }

    var reread: Query? { original.map { .user($0.id) } }
    var version: Int? { original?.version }

    mutating func rebase(on record: Record) {
        if case .user(let user) = record { original = user }
    }

    /// Whoever types a name sees who is called so already.
    func suggest(_ field: String, _ typed: String) -> Query? {
        guard field == "name" else { return nil }
        let filter = UserFilter(text: typed.isEmpty ? nil : typed)
        return .users(UserListRequest(filter: filter, sort: .name, isDescending: false, limit: FieldLookup.limit))
    }

    func suggestions(_ field: String, _ typed: String, in reply: Reply) -> [FieldSuggestion] {
        guard case .users(let page) = reply else { return [] }
        return page.items.map { FieldSuggestion($0.name, remark: $0.phone ?? $0.email ?? "") }
    }

    func twins(_ field: String, _ text: String) -> Query? {
        switch field {
        case "name": .usersBearing(.name(text))
        case "phone": .usersBearing(.phone(text))
        case "email": .usersBearing(.email(text))
        default: nil
        }
    }

    func warning(_ field: String, of twin: Record) -> Phrase? {
        guard case .user(let user) = twin, user.id != original?.id else { return nil }
        return switch field {
        case "name": "Somebody is called so already: no. \(user.id), \(user.phone ?? user.email ?? "-")."
        case "phone": "\(user.name), no. \(user.id), has this telephone already."
        default: "\(user.name), no. \(user.id), has this e-mail address already."
        }
    }
}

extension FormField {
    /// A note of several lines as the one line that a field has room for.
    static func oneLine(_ text: String) -> String {
        FormField("", "", maximum: 2000).filled(text)
    }

    private func filled(_ text: String) -> String {
        var field = self
        field.text = text
        return field.text
    }
}
