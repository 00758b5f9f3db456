/// Media types in `Content-Type` and `Accept` (RFC 9110 sections 8.3.1 and 12.5.1).
package struct MediaType: Hashable, Sendable, CustomStringConvertible {
    let type: String
    let subtype: String

    package static let json = MediaType(type: "application", subtype: "json")
    package static let mergePatch = MediaType(type: "application", subtype: "merge-patch+json")
    package static let html = MediaType(type: "text", subtype: "html")
    package static let plain = MediaType(type: "text", subtype: "plain")
    package static let css = MediaType(type: "text", subtype: "css")
    package static let javaScript = MediaType(type: "text", subtype: "javascript")
    package static let csv = MediaType(type: "text", subtype: "csv")
    package static let ndjson = MediaType(type: "application", subtype: "x-ndjson")
    package static let yaml = MediaType(type: "application", subtype: "yaml")
    package static let problem = MediaType(type: "application", subtype: "problem+json")

    package var description: String { "\(type)/\(subtype)" }

    package init(type: String, subtype: String) { (self.type, self.subtype) = (type, subtype) }

    /// Reads the type before any parameters; nil where there is no slash.
    init?(_ text: some StringProtocol) {
        // As nearly all write it.
        if text == "application/json" {
            self = .json
            return
        }
        let name = text.prefix { $0 != ";" }.lowercased()
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let trimmed = parts.map { $0.trimmingBlanks() }
        guard !trimmed[0].isEmpty, !trimmed[1].isEmpty else { return nil }
        (type, subtype) = (trimmed[0], trimmed[1])
    }

    /// Whether the range, in which `*` stands for anything, includes the type.
    private func includes(_ other: MediaType) -> Bool {
        (type == "*" || type == other.type) && (subtype == "*" || subtype == other.subtype)
    }

    /// How exactly a range names a type: `*/*`, `text/*`, `text/html`.
    private var precision: Int { (type == "*" ? 0 : 1) + (subtype == "*" ? 0 : 1) }

    /// The offered type that an `Accept` header likes best, the first of equals; nil where it likes none.
    ///
    /// Of the ranges that include a type, the most exact one decides; quality 0 excludes it.
    static func preferred(among offered: [MediaType], accept: String?) -> MediaType? {
        guard let accept, !accept.isEmpty else { return offered.first }
        let ranges = accept.split(separator: ",").compactMap { part in
            MediaType(part).map { (range: $0, quality: quality(part)) }
        }
        var best: (type: MediaType, quality: Int)?
        for type in offered {
            let matches = ranges.filter { $0.range.includes(type) }
            let quality = matches.max { $0.range.precision < $1.range.precision }?.quality ?? 0
            if quality > best?.quality ?? 0 { best = (type, quality) }
        }
        return best?.type
    }

    /// The `q` of a range in thousandths; 1000 where there is none.
    private static func quality(_ part: Substring) -> Int {
        for parameter in part.split(separator: ";").dropFirst() {
            let text = parameter.trimmingBlanks().lowercased()
            guard text.hasPrefix("q=") else { continue }
            let digits = text.dropFirst(2).filter { $0 != "." }.prefix(4)
            return Int(digits.padding(to: 4)) ?? 0
        }
        return 1000
    }
}

extension StringProtocol {
    /// The text without blanks and tabs at both ends.
    func trimmingBlanks() -> String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let start = drop(while: isBlank)
        return String(
            start.prefix(
                (start.lastIndex { !isBlank($0) }.map { start.distance(from: start.startIndex, to: $0) + 1 }) ?? 0))
    }

    /// The text with zeros appended up to a width.
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: "0", count: Swift.max(0, width - count))
    }
}
