/// What can be done wherever one is.
extension WalkLegs {
    static let overlays = WalkLeg(
        "Overlays",
        [
            .press("home.orders", shows: "› Orders", "1 of 100+"),
            .press("everywhere.help", shows: "┌─ Keys ─", "Mark the order as paid"),
            .keys("F12", hides: "┌─ Keys ─"),
            .press("everywhere.palette", shows: "┌─ All commands ─"),
            .keys("F12", hides: "┌─ All commands ─"),
            .press("everywhere.messages", shows: "┌─ Messages ─", "full shelves"),
            .keys("F12", hides: "┌─ Messages ─"),
            .press("everywhere.go-to", shows: "┌─ Go to ─", "Stock moves"),
            .keys("u", shows: "› Users", "1 of 100+"),
            .keys("g", "o", shows: "› Orders", "1 of 100+"),
            .keys("g", "r", shows: "› Request log", "requests since the start"),
            .keys("g", "o", shows: "› Orders", "1 of 100+"),
            .press("everywhere.new-order", shows: "› New order"),
            .keys("F3", hides: "› New order"),
            .press("everywhere.home", hides: "› Orders"),
        ])

    static let words = WalkLeg(
        "Words of the palette",
        [
            .call("everywhere.orders", "status:paid", shows: "› Orders", "Filter status:paid", "1 of "),
            .call("everywhere.users", "walker", shows: "› Users", "Filter walker", "1 of 2"),
            .call("everywhere.products", "stock:..6", shows: "› Products", "Filter stock:..6", "1 of "),
            .call("everywhere.stock-moves", shows: "› Stock moves", "1 of "),
            .call("everywhere.audit-log", shows: "› Audit log", "1 of "),
            .call("everywhere.request-log", shows: "› Request log", "requests since the start"),
            .call("everywhere.order", "4990", shows: "› Order 4990"),
            .call("everywhere.product", "AAA-1", shows: "› AAA-1"),
            .call("everywhere.customer", "Zoe Walker", shows: "› Zoe Walker"),
        ])

    static let looks = WalkLeg(
        "Looks",
        [
            .call("everywhere.theme", "light", shows: "Theme light."),
            .call("everywhere.theme", "dark", shows: "Theme dark."),
            .scribble("xyzzy"),
            .press("everywhere.redraw", hides: "xyzzy"),
            .press("everywhere.suspend", shows: "Stopped", "desk>"),
            .type("fg\n", shows: "1 New order", hides: "Stopped"),
        ])

    static let endings = WalkLeg(
        "Endings",
        [
            .press("home.quit", shows: "desk>"),
            .type("clear; oblik\n", shows: "1 New order", "● db", "Today"),
            .press("everywhere.interrupt", shows: "Press ^C once more"),
            .press("everywhere.interrupt", shows: "desk>"),
            .type("clear; oblik\n", shows: "1 New order", "● db", "Today"),
            .call("everywhere.quit", shows: "desk>"),
            .type("clear; oblik\n", shows: "1 New order", "● db", "Today"),
        ])

    /// On a server that is named in a setting, as if it were not the program's own.
    static let login = WalkLeg(
        "Logging in",
        [
            .run("echo 'three plain words' | oblik user add vera --role admin --name 'Vera V'"),
            .run(#"echo "export OBLIK_DATABASE_URL='$(oblik db url)'" > foreign"#),
            .press("home.quit", shows: "desk>"),
            .type(". ./foreign; clear; oblik --no-http\n", shows: "Log in", "Password", row: "Login"),
            .press("login.next", row: "Password"),
            .press("login.previous", row: "Login"),
            .type("vera", row: "vera"),
            .press("login.log-in", row: "Password"),
            .type("three plain words", row: "*****************"),
            .press("login.log-in", shows: "1 New order", "Vera V@local"),
            .press("home.quit", shows: "desk>"),
            .type("clear; oblik --no-http\n", shows: "Log in", "Password"),
            .press("login.quit", shows: "desk>"),
        ])
}
