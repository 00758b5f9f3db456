extension SQL: ExpressibleByStringInterpolation {
    /// A statement without parameters.
    public init(stringLiteral value: String) {
        self.init()
        append(literal: value)
    }

    /// A statement whose interpolated values are its parameters.
    public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.sql }

    /// Gathers the literal pieces and the values of a statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sql: SQL

        /// An empty statement with room for what follows.
        public init(literalCapacity: Int, interpolationCount: Int) {
            sql = SQL(literalCapacity: literalCapacity, parameterCapacity: interpolationCount)
        }

        /// Adds text as it is.
        public mutating func appendLiteral(_ literal: String) { sql.append(literal: literal) }

        /// Adds a value: a placeholder in the text and a parameter beside it.
        public mutating func appendInterpolation(_ value: some SQLEncodable) { sql.append(parameter: value.sqlText) }

        /// Adds a value that may be missing; `nil` is NULL.
        ///
        /// The overload says that an optional is meant, which the compiler otherwise warns of in interpolations.
        public mutating func appendInterpolation<Value: SQLEncodable>(_ value: Value?) {
            sql.append(parameter: value?.sqlText)
        }

        /// Splices a fragment in and renumbers its placeholders.
        public mutating func appendInterpolation(_ fragment: SQL) { sql.append(fragment) }

        /// Adds a name, such as a table's or a channel's, in double quotes.
        ///
        /// Names can't be parameters. Inside the quotes a quote is doubled and everything else stands for itself
        /// (PostgreSQL manual, 4.1.1), so any text is safe here; it is also taken in the letter case it has.
        public mutating func appendInterpolation(identifier name: String) {
            sql.append(literal: SQL.quoted(name, by: "\""))
        }

        /// Adds text in single quotes, for the commands that take no parameters, such as `CREATE ROLE … PASSWORD`.
        ///
        /// Everywhere else a plain interpolation is better: it keeps the text, and so the plan, the same.
        public mutating func appendInterpolation(literal text: String) {
            // Under standard_conforming_strings (the default since 9.1) only the quote is special; a backslash is
            // doubled too in the E form, which reads the same under either setting.
            let isPlain = !text.utf8.contains(UInt8(ascii: "\\"))
            let body =
                isPlain ? text : text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: #"\\"#)
            sql.append(literal: (isPlain ? "" : " E") + SQL.quoted(body, by: "'"))
        }
    }

    /// `text` between two `quote`s, those inside doubled.
    static func quoted(_ text: String, by quote: Character) -> String {
        var quoted = String(quote)
        for character in text.unicodeScalars {
            quoted.unicodeScalars.append(character)
            if Character(character) == quote { quoted.unicodeScalars.append(character) }
        }
        quoted.append(quote)
        return quoted
    }
}

extension SQL: CustomStringConvertible {
    /// The text, never the values.
    public var description: String { text }
}
