import Services
import TerminalUI
import Wording

/// Asks who sits at the keyboard, where the database is not this machine's own.
struct LoginScreen: Screen {
    /// Where the cursor is.
    enum Focus: Sendable {
        case login, password
    }

    /// What people call the database.
    let database: String
    private var login = TextField(maximumLength: 64)
    private var password = TextField(maximumLength: 1024, isSecret: true)
    private(set) var focus = Focus.login
    private(set) var isChecking = false
    private(set) var problem: Phrase?

    init(database: String) { self.database = database }

    var crumb: Phrase { "Log in" }
    var scopes: [Scope] { [.login] }
    var isTyping: Bool { true }

    mutating func perform(_ action: Action) -> [Step]? {
        switch action {
        case .accept: return accept()
        case .nextField, .previousField: focus = focus == .login ? .password : .login
        default: return nil
        }
        return []
    }

    mutating func type(_ press: KeyPress) -> [Step]? {
        // What is typed while the password is checked would go into the wrong field.
        if isChecking && press.character != nil { return [] }
        let isTaken = focus == .login ? login.handle(press) : password.handle(press)
        return isTaken ? [] : nil
    }

    mutating func paste(_ text: String) -> [Step] {
        if !isChecking { focus == .login ? login.insert(text) : password.insert(text) }
        return []
    }

    mutating func click(_ part: PictureNotes.Part, isDouble: Bool) -> [Step]? {
        guard case .field(let index) = part else { return nil }
        focus = index == 0 ? .login : .password
        return []
    }

    private mutating func accept() -> [Step] {
        if isChecking { return [] }
        if login.isEmpty {
            focus = .login
            problem = "A login is needed."
            return []
        }
        if focus == .login {
            focus = .password
            return []
        }
        problem = nil
        isChecking = true
        return [.run(.logIn(login: login.text, password: password.text))]
    }

    /// The login was not taken; the password has to be typed anew.
    mutating func refuse(_ error: ServiceError) {
        isChecking = false
        problem = error.headline
        password.text = ""
        focus = .password
    }

    func view(in area: Rect, on canvas: inout Canvas) {
        let box = area.centered(width: 64, height: 9)
        let inside = canvas.box(box, title: "Log in").inset(dx: box.width > 30 ? 1 : 0)
        for (index, y) in inside.rows.enumerated() {
            draw(index, in: Rect(x: inside.x, y: y, width: inside.width, height: 1), on: &canvas)
        }
    }

    private func draw(_ index: Int, in row: Rect, on canvas: inout Canvas) {
        switch index {
        case 0:
            canvas.say("The shop is kept by \(database).", x: row.x, y: row.y, width: row.width, role: .text)
        case 2: draw(login, 0, "Login", isFocused: focus == .login, in: row, on: &canvas)
        case 3: draw(password, 1, "Password", isFocused: focus == .password, in: row, on: &canvas)
        case 5:
            let checking: Phrase? = isChecking ? "checking\(canvas.glyphs.ellipsis)" : nil
            canvas.say(
                problem ?? checking ?? "", x: row.x, y: row.y, width: row.width, role: problem == nil ? .dim : .error)
        case 6:
            canvas.say(
                "Accounts are made on the server's machine: oblik user add", x: row.x, y: row.y, width: row.width,
                role: .dim)
        default: break
        }
    }

    private func draw(
        _ field: TextField, _ index: Int, _ label: Phrase, isFocused: Bool, in row: Rect, on canvas: inout Canvas
    ) {
        let width = min(12, row.width / 3)
        canvas.spot(row, .field(index))
        canvas.say(label, x: row.x, y: row.y, width: width, role: .hint)
        field.draw(on: &canvas, x: row.x + width, y: row.y, width: row.width - width, isFocused: isFocused)
    }
}
