import Testing

@testable import Settings

@Suite struct SettingRuleTests {
    @Test(
        "Each rule lets the right texts pass",
        arguments: [
            (.integer(0...65_535), ["0", "4000", "65535"], ["", "-1", "65536", "+1", " 1", "1.0", "0x10", "٤"]),
            (.flag, ["true", "False", "yes", "no", "1", "0", "on", "OFF"], ["", "2", "y", "enabled"]),
            (.path, ["/x", "relative", "ї"], ["", "a\u{0}b", String(repeating: "x", count: 4097)]),
            (.name, ["dark", "my-theme_2"], ["", "Dark", "a/b", "..", String(repeating: "x", count: 65)]),
            (.currency, ["UAH", "USD", "EUR"], ["", "uah", "UAHX", "JPY", "KWD", "XXX"]),
            (.choice(["a", "b"]), ["a", "b"], ["", "A", "c"]),
            (
                .connection, ["postgresql://h/d", "postgres://h", "host=/tmp dbname=x"],
                ["", "oblik", "http//x", "host=\u{0}"]
            ),
        ] as [(SettingRule, [String], [String])])
    func lets(rule: SettingRule, good: [String], bad: [String]) {
        for text in good { #expect(rule.allows(text), "\(text) keeps \(rule.requirement)") }
        for text in bad { #expect(!rule.allows(text), "\(text) breaks \(rule.requirement)") }
    }

    @Test("The defaults keep their own rules")
    func defaultsAreValid() {
        for key in SettingKey.allCases {
            if let value = key.specification.defaultValue { #expect(key.specification.rule.allows(value), "\(key)") }
        }
    }

    @Test("The nearest name is suggested, and none where nothing is near")
    func suggests() {
        let known = ["OBLIK_HTTP_PORT", "OBLIK_HTTP_HOST", "OBLIK_THEME"]
        #expect(Suggestion.nearest(to: "OBLIK_HTTP_PROT", among: known) == "OBLIK_HTTP_PORT")
        #expect(Suggestion.nearest(to: "OBLIK_THEMES", among: known) == "OBLIK_THEME")
        #expect(Suggestion.nearest(to: "COMPLETELY", among: known) == nil)
        #expect(Suggestion.distance("kitten", "sitting") == 3)
        #expect(Suggestion.distance("", "abc") == 3)
    }
}
