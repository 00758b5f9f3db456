import Postgres
import TestSupport
import Testing

@Suite(.database) struct TypesTests {
    /// Sends `value` as a parameter of the type `type` and reads it back.
    private func roundTrip<Value: SQLEncodable & SQLDecodable & Equatable>(
        _ values: [Value], _ type: SQL, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let returned: [Value] = try await withConnection { connection in
            var returned: [Value] = []
            for value in values {
                let rows = try await connection.query("SELECT \(value)::\(type) AS value")
                returned.append(try #require(rows.first)["value"])
            }
            return returned
        }
        #expect(returned == values, sourceLocation: sourceLocation)
    }

    @Test("Whole numbers come back as they went, the extremes too")
    func integers() async throws {
        try await roundTrip([0, -1, Int64.max, .min], "bigint")
        try await roundTrip([0, -1, Int32.max, .min], "integer")
        try await roundTrip([0, -1, Int16.max, .min], "smallint")
        try await roundTrip([0, -1, Int.max, .min], "bigint")
        try await roundTrip([7, -7], "integer")
        try await roundTrip([7, -7], "smallint")
    }

    @Test("Truth values, texts and doubles come back as they went")
    func scalars() async throws {
        try await roundTrip([true, false], "boolean")
        try await roundTrip(
            ["", "Їжак 🦔 'quoted' \"twice\" \\ $1\n\t", String(repeating: "є", count: 100_000)], "text")
        try await roundTrip(["short"], "varchar(10)")
        try await roundTrip(["a_name"], "name")
        try await roundTrip([#"{"a": [1, null]}"#], "json")
        try await roundTrip(
            [0, -0.1, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity],
            "double precision")
        let number: Double = try await withConnection { try value(await $0.query("SELECT \(Double.nan)::float8")) }
        #expect(number.isNaN)
    }

    @Test("Bytes come back as they went, NUL included")
    func bytes() async throws {
        try await roundTrip([[], [0], Array(0...255), [UInt8](repeating: 0x5C, count: 70_000)], "bytea")
    }

    @Test("Arrays come back as they went, empty ones and NULL elements too")
    func arrays() async throws {
        try await roundTrip([[], [1], [.max, .min, 0]] as [[Int64]], "bigint[]")
        try await roundTrip([[], [.max, .min]] as [[Int32]], "integer[]")
        try await roundTrip([[1, 2, 3]] as [[Int]], "bigint[]")
        try await roundTrip([[], ["", "NULL", "a\"b", "c\\d", "{e,f}", "г ґ"]] as [[String]], "text[]")
        try await roundTrip([[true, false]] as [[Bool]], "boolean[]")
        try await roundTrip([[1, nil, 3], [nil]] as [[Int64?]], "bigint[]")
        try await roundTrip([["NULL", nil, ""]] as [[String?]], "text[]")
        try await roundTrip([[1.5, -0.25]] as [[Double]], "double precision[]")
    }

    @Test("An array with a NULL is no array of values that can't be NULL, and one of two dimensions is none either")
    func unfitArrays() async throws {
        try await withConnection { connection in
            let rows = try await connection.query("SELECT '{1,NULL}'::bigint[] AS a, '{{1},{2}}'::bigint[] AS b")
            let row = try #require(rows.first)
            #expect(throws: RowError.mismatch(column: "a", type: 1016, wanted: "Array<Int64>")) {
                try row["a"] as [Int64]
            }
            #expect(throws: RowError.mismatch(column: "b", type: 1016, wanted: "Array<Int64>")) {
                try row["b"] as [Int64]
            }
        }
    }

    @Test("Moments come back to the microsecond, before our era and far ahead, and infinite ones")
    func timestamps() async throws {
        let moments: [Int64] = [
            0, -1, 1_763_835_050_000_123, -62_135_596_800_000_000, -62_135_596_800_000_001, -210_866_803_200_000_000,
            9_000_000_000_000_000_001, 951_782_400_000_000, .max, .min,
        ]
        try await roundTrip(moments.map(PostgresTimestamp.init(microsecondsSince1970:)), "timestamptz")
        #expect(PostgresTimestamp(microsecondsSince1970: -1).description == "1969-12-31T23:59:59.999999Z")
        #expect(
            PostgresTimestamp(microsecondsSince1970: 951_782_400_000_000).description == "2000-02-29T00:00:00.000000Z")
    }

    @Test("PostgreSQL and PostgresTimestamp agree on every kind of date")
    func calendar() async throws {
        try await withConnection { connection in
            let rows = try await connection.query(
                """
                SELECT t AS moment, to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS text
                FROM generate_series(
                    '0001-01-01 00:00Z'::timestamptz, '9999-12-31Z', '97 days 7 hours 11.000013 s') AS t
                """)
            #expect(rows.count > 30_000)
            let differing = try rows.filter { row in
                let moment: PostgresTimestamp = try row["moment"]
                return try moment.description != row["text"]
            }
            #expect(differing.isEmpty)
        }
    }

    @Test(
        "Exact numbers come back with all of their decimals",
        arguments: [
            "0", "0.00", "1.50", "-1.5", "12345.6789", "10000", "100000000", "0.0001", "0.00001", "-0.000000000001",
            "99999999999999.99", "92233720368547758.07", "-92233720368547758.08", "9223372036854775808",
            "123456789012345678901234567890.123456789012345678901234567890", "NaN", "Infinity", "-Infinity",
        ])
    func numerics(text: String) async throws {
        let number = try #require(PostgresNumeric(text))
        let row: (PostgresNumeric, String) = try await withConnection { connection in
            let rows = try await connection.query(
                "SELECT \(number)::numeric AS number, \(number)::numeric::text AS text")
            let row = try #require(rows.first)
            return (try row["number"], try row["text"])
        }

        #expect(row.0 == number)
        #expect(row.0.description == text)
        #expect(row.1 == text)
    }

    @Test("Numbers of random size and scale read as PostgreSQL writes them")
    func randomNumerics() async throws {
        try await withConnection { connection in
            let rows = try await connection.query(
                """
                SELECT n, n::text AS text
                FROM (
                    SELECT round((random() - 0.5)::numeric * 10::numeric ^ (i % 35)::numeric, (i % 23)) AS n
                    FROM generate_series(1, 5000) AS i
                ) AS numbers
                """)
            let differing = try rows.filter { row in
                let number: PostgresNumeric = try row["n"]
                return try number.description != row["text"]
            }
            #expect(rows.count == 5000)
            #expect(differing.isEmpty)
        }
    }

    @Test("NULL is nil where it is asked for as optional, and an error where not")
    func nulls() async throws {
        try await withConnection { connection in
            let row = try #require(
                await connection.query("SELECT \(nil as Int64?)::bigint AS nothing, 1::bigint AS something").first)
            #expect(try row[optional: "nothing"] as Int64? == nil)
            #expect(try row[optional: "something"] as Int64? == 1)
            #expect(throws: RowError.null(column: "nothing")) { try row["nothing"] as Int64 }
            #expect(throws: RowError.null(column: "nothing")) { try row[at: 0] as Int64 }
        }
    }

    @Test("A value of another type is refused by name, even where it is NULL, and so is a column that is not there")
    func mismatches() async throws {
        try await withConnection { connection in
            let row = try #require(await connection.query("SELECT 1::integer AS four, NULL::text AS none").first)
            #expect(throws: RowError.mismatch(column: "four", type: 23, wanted: "Int64")) { try row["four"] as Int64 }
            #expect(throws: RowError.mismatch(column: "none", type: 25, wanted: "Bool")) {
                try row[optional: "none"] as Bool?
            }
            #expect(throws: RowError.missing(column: "five")) { try row["five"] as Int32 }
            #expect(throws: RowError.missing(column: "#2")) { try row[at: 2] as Int32 }
        }
    }

    private struct Pair: RowDecodable, Equatable {
        let number: Int
        let text: String?

        init(_ number: Int, _ text: String?) { (self.number, self.text) = (number, text) }
        init(row: Row) throws(RowError) { (number, text) = (try row["number"], try row[optional: "text"]) }
    }

    @Test("Rows decode to values, in their order, and the first that does not fit is the error")
    func decoding() async throws {
        try await withConnection { connection in
            let rows = try await connection.query(
                "SELECT * FROM (VALUES (1, 'a'), (2, NULL), (3, 'c')) AS t (number, text) ORDER BY number")
            #expect(try rows.decoded(as: Pair.self) == [Pair(1, "a"), Pair(2, nil), Pair(3, "c")])
            #expect(rows.columnNames == ["number", "text"])
            #expect(rows.affectedRows == 3)
            let bad = try await connection.query("SELECT NULL::integer AS number, 'x'::text AS text")
            #expect(throws: RowError.null(column: "number")) { try bad.decoded(as: Pair.self) }
        }
    }
}
