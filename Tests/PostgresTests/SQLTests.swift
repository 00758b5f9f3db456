import Postgres
import Testing

@Suite struct SQLTests {
    @Test("Values become numbered placeholders and parameters beside the text")
    func values() {
        let sql: SQL = "SELECT \(1), \("it's"), \(true), \(nil as Int?), \([1, 2] as [Int64])"

        #expect(sql.text == "SELECT $1, $2, $3, $4, $5")
        #expect(sql.parameters == ["1", "it's", "t", nil, "{1,2}"])
    }

    @Test("A fragment is spliced in, and its placeholders are renumbered")
    func splicing() {
        let inner: SQL = "a = \("x") OR b = \(2)"
        let middle: SQL = "(\(inner)) AND c = \(3)"
        let sql: SQL = "SELECT \(0) WHERE \(middle) LIMIT \(9)"

        #expect(sql.text == "SELECT $1 WHERE (a = $2 OR b = $3) AND c = $4 LIMIT $5")
        #expect(sql.parameters == ["0", "x", "2", "3", "9"])
    }

    @Test("What only looks like a placeholder, in a literal, is left alone when a fragment is spliced")
    func lookalikes() {
        let inner: SQL = "SELECT '$1 costs ґ', \(7), $$body $2$$"
        let sql: SQL = "\(1) \(inner)"

        #expect(sql.text == "$1 SELECT '$1 costs ґ', $2, $$body $2$$")
        #expect(sql.parameters == ["1", "7"])
    }

    @Test("Placeholders of two and three digits are renumbered too")
    func manyParameters() {
        let list = (1...120).map { "\($0)" as SQL }.joined(", ")
        let sql: SQL = "\(0), \(list), \("end")"

        #expect(sql.text == (1...122).map { "$\($0)" }.joined(separator: ", "))
        #expect(sql.parameters == (0...120).map { String($0) } + ["end"])
    }

    @Test("Fragments are joined by a separator, none give nothing and one stays as it is")
    func joining() {
        let conditions: [SQL] = ["a = \(1)", "b", "c = \(2)"]

        #expect(conditions.joined(" AND ") == "a = \(1) AND b AND c = \(2)")
        #expect(conditions.prefix(1).joined(separator: " AND ") == "a = \(1)")
        #expect([SQL]().joined(" AND ") == SQL())
    }

    @Test("Text of several lines is kept as it is written")
    func lines() {
        let sql: SQL = """
            SELECT id
              FROM t
            WHERE id = \(1)
            """

        #expect(sql.text == "SELECT id\n  FROM t\nWHERE id = $1")
    }

    @Test("Equal is the same text with the same parameters")
    func equality() {
        #expect("a = \(1)" as SQL == "a = \("1")")
        #expect("a = \(1)" as SQL != "a = \(2)")
        #expect("a = $1" as SQL != "a = \(1)")
        #expect(Set<SQL>(["a = \(1)", "a = \(1)", "b"]).count == 2)
    }

    @Test("Names and texts that can't be parameters are quoted")
    func quoting() {
        let name = #"we"ird; DROP TABLE t"#
        #expect(("LISTEN \(identifier: name)" as SQL).text == #"LISTEN "we""ird; DROP TABLE t""#)
        #expect(("VALUES (\(literal: "it's"))" as SQL).text == "VALUES ('it''s')")
        #expect(("VALUES (\(literal: #"\'"#))" as SQL).text == #"VALUES ( E'\\''')"#)
    }

    @Test("The description is the text, without values")
    func description() {
        #expect("\("password = \("secret")" as SQL)" == "password = $1")
    }

    @Test(
        "Arrays are written so that every element keeps its meaning",
        arguments: [
            (["a", "b c"], #"{"a","b c"}"#), ([], "{}"), (["", "NULL", "null"], #"{"","NULL","null"}"#),
            ([#"quo"te"#, #"back\slash"#, "{,}"], #"{"quo\"te","back\\slash","{,}"}"#), ([nil, "x"], #"{NULL,"x"}"#),
        ] as [([String?], String)])
    func arrays(elements: [String?], text: String) {
        #expect(elements.sqlText == text)
    }

    @Test("Bytes are hexadecimal, numbers are digits, and what is not finite has its name")
    func scalars() {
        #expect(([0, 255, 16] as [UInt8]).sqlText == #"\x00ff10"#)
        #expect(([] as [UInt8]).sqlText == #"\x"#)
        #expect(Int64.min.sqlText == "-9223372036854775808")
        #expect([-1, 0].sqlText == "{-1,0}")
        #expect([Int64.min, 10, .max].sqlText == "{-9223372036854775808,10,9223372036854775807}")
        #expect([Int16.min, .max].sqlText == "{-32768,32767}" && ([] as [Int32]).sqlText == "{}")
        #expect(Double.nan.sqlText == "NaN")
        #expect((-Double.infinity).sqlText == "-Infinity")
    }
}
