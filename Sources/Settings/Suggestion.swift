/// Finds what somebody has probably meant.
enum Suggestion {
    /// The known name that is nearest to an unknown one, or nil where none is near.
    static func nearest(to name: String, among known: [String]) -> String? {
        let limit = max(2, name.count / 3)
        let measured = known.map { (name: $0, distance: distance(name, $0)) }
        return measured.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.name
    }

    /// How many letters must be put in, left out or exchanged to make one name of the other (Levenshtein).
    static func distance(_ first: String, _ second: String) -> Int {
        let letters = Array(second)
        var row = Array(0...letters.count)
        for (i, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in letters.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
            }
        }
        return row[letters.count]
    }
}
