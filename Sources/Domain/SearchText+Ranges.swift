/// Where a search has found what it looked for: the inverse of folding.
extension SearchText {
    /// Ranges of one text that are told at most.
    private static let maximumRanges = 16

    /// Where `needles`, which are folded, stand in `text`: ranges of its scalars, in order, none over another.
    ///
    /// Marks that combine with the last letter belong to the range, though the search does not look at them.
    package static func ranges(of needles: [String], in text: String) -> [Range<Int>] {
        let (folded, sources) = foldedBytes(text)
        let dropped = text.unicodeScalars.map { ("\u{300}"..."\u{36F}").contains($0) }
        var found: [Range<Int>] = []
        for needle in needles.map({ Array($0.utf8) }) where !needle.isEmpty {
            var start = 0
            while start + needle.count <= folded.count, found.count < maximumRanges {
                guard folded[start..<start + needle.count].elementsEqual(needle) else {
                    start += 1
                    continue
                }
                let last = sources[start + needle.count - 1]
                let end = dropped[(last + 1)...].firstIndex(of: false) ?? dropped.count
                found.append(sources[start]..<end)
                start += needle.count
            }
        }
        return joined(found)
    }

    /// Where the digits of `number` stand one behind the other in `text`, whatever parts them.
    package static func ranges(ofDigits number: String, in text: String) -> [Range<Int>] {
        let digits = Array(number.unicodeScalars)
        let held = text.unicodeScalars.enumerated().filter { ("0"..."9").contains($0.element) }
        guard !digits.isEmpty, digits.count <= held.count else { return [] }
        for start in 0...held.count - digits.count
        where held[start..<start + digits.count].map(\.element).elementsEqual(digits) {
            return [held[start].offset..<held[start + digits.count - 1].offset + 1]
        }
        return []
    }

    /// The folded text, and for each of its bytes the scalar that it comes from.
    private static func foldedBytes(_ text: String) -> (bytes: [UInt8], sources: [Int]) {
        var folded = ""
        var sources: [Int] = []
        for (index, scalar) in text.unicodeScalars.enumerated() {
            append(scalar, to: &folded)
            sources += repeatElement(index, count: folded.utf8.count - sources.count)
        }
        return (Array(folded.utf8), sources)
    }

    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }
}
