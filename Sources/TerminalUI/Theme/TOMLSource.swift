import Wording

/// Finds keys in the text of a TOML file, because TOMLKit gives places for faults of syntax only.
///
/// It knows what theme files use: headers, bare keys, and inline tables on one line.
struct TOMLSource {
    private let lines: [Substring]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Why a header can't be one.
    static let headerRule: Phrase = "A table is named by letters from A to Z, digits, - and _, or by a text in quotes."

    /// Line and column (from 1) of the first table header whose name begins with what no name has.
    ///
    /// The parser beneath asserts that there is none, and ends the program: a file that somebody is typing may not.
    var brokenHeader: (line: Int, column: Int)? {
        for (index, line) in lines.enumerated() {
            let start = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
            guard start.first == "[" else { continue }
            let name = start.dropFirst().drop { $0 == " " || $0 == "\t" || $0 == "[" }
            guard let first = name.unicodeScalars.first, first != "\r" else {
                return (index + 1, line.distance(from: line.startIndex, to: start.startIndex) + 1)
            }
            let isName = first.isASCII && (first.properties.isAlphabetic || ("0"..."9").contains(first))
            if !isName, !"-_\"']".unicodeScalars.contains(first) {
                return (index + 1, line.distance(from: line.startIndex, to: name.startIndex) + 1)
            }
        }
        return nil
    }

    /// Line and column (from 1) of the key at `path`, or of the nearest table around it; nil if none is found.
    func place(of path: [String]) -> (line: Int, column: Int)? {
        var header: [String] = []
        var nearest: (depth: Int, line: Int, column: Int)?
        for (index, line) in lines.enumerated() {
            let trimmed = line.drop { $0 == " " || $0 == "\t" }
            var start = trimmed.startIndex
            var found = header
            if trimmed.first == "[" {
                header = Self.parts(trimmed.dropFirst().prefix { $0 != "]" })
                found = header
            } else if let equals = trimmed.firstIndex(of: "="), trimmed.first != "#" {
                found += Self.parts(trimmed[..<equals])
                (found, start) = Self.descend(path, found, trimmed, from: equals)
            } else {
                continue
            }
            guard !found.isEmpty, path.starts(with: found), found.count > nearest?.depth ?? 0 else { continue }
            nearest = (found.count, index + 1, line.distance(from: line.startIndex, to: start) + 1)
        }
        return nearest.map { ($0.line, $0.column) }
    }

    /// Looks for the next part of the path inside of an inline table that begins behind `equals`.
    private static func descend(
        _ path: [String], _ found: [String], _ line: Substring, from equals: Substring.Index
    ) -> ([String], Substring.Index) {
        guard path.starts(with: found), path.count == found.count + 1, let key = path.last else {
            return (found, line.startIndex)
        }
        var index = line.index(after: equals)
        while index < line.endIndex {
            let rest = line[index...]
            let isBoundary = "{, ".contains(line[line.index(before: index)])
            if isBoundary, rest.hasPrefix(key), rest.dropFirst(key.count).first(where: { $0 != " " }) == "=" {
                return (path, index)
            }
            index = line.index(after: index)
        }
        return (found, line.startIndex)
    }

    private static func parts(_ text: Substring) -> [String] {
        text.split(separator: ".").map { part in
            String(part.filter { !" \t\"'".contains($0) })
        }
    }
}
