import JSON
import TestSupport

extension TestResponse {
    /// The body as JSON.
    var json: JSONValue {
        get throws { try JSONValue(parsing: body) }
    }

    /// The code of a problem document.
    var code: String? { (try? json)?["code"]?.stringValue }

    /// The pointers of a problem's errors.
    var pointers: [String] {
        ((try? json)?["errors"]?.arrayValue ?? []).compactMap { $0["pointer"]?.stringValue }
    }
}
