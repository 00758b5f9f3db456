import CLibPQ

/// The fields of an error or a notice, by libpq's letters (`PG_DIAG_…` in postgres_ext.h).
enum DiagnosticField: Unicode.Scalar {
    /// In English, whatever `lc_messages` says.
    case severity = "V"
    case sqlState = "C"
    case message = "M"
    case detail = "D"
    case hint = "H"
    case position = "P"
    case table = "t"
    case column = "c"
    case constraint = "n"

    func text(of result: OpaquePointer) -> String? {
        PQresultErrorField(result, Int32(rawValue.value)).map { String(cString: $0) }
    }
}

extension PostgresError {
    /// The error that `result` carries.
    init(_ result: OpaquePointer, statement: String?) {
        let text = DiagnosticField.message.text(of: result) ?? String(cString: PQresultErrorMessage(result))
        self.init(
            .server, text.trimmedLine,
            sqlState: DiagnosticField.sqlState.text(of: result).map(SQLState.init(rawValue:)),
            statement: statement)
        detail = DiagnosticField.detail.text(of: result)
        hint = DiagnosticField.hint.text(of: result)
        position = DiagnosticField.position.text(of: result).flatMap { Int($0) }
        table = DiagnosticField.table.text(of: result)
        column = DiagnosticField.column.text(of: result)
        constraint = DiagnosticField.constraint.text(of: result)
    }
}

extension String {
    /// Without the line break at the end that libpq gives its messages.
    var trimmedLine: String {
        var text = self[...]
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
