extension Unicode.Scalar {
    /// The sign of ASCII that stands for this one where a terminal knows no other.
    ///
    /// It is one column wide, so that columns stay where they are, and near enough that a name can be read.
    public var inASCII: Unicode.Scalar { isASCII ? self : Self.asciiByScalar[self] ?? "?" }

    private static let asciiByScalar: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(String, String)] = [
            ("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъё", "abvhgdeejzyiijklmnoprstufhccss'uaye'e"),
            ("АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯЫЭЪЁ", "ABVHGDEEJZYIIJKLMNOPRSTUFHCCSS'UAYE'E"),
            ("àáâãäåāăąçćčďđèéêëēęěğíìîïīıłńňñòóôõöőø", "aaaaaaaaacccddeeeeeeegiiiiiilnnnooooooo"),
            ("ÀÁÂÃÄÅĀĂĄÇĆČĎĐÈÉÊËĒĘĚĞÍÌÎÏĪİŁŃŇÑÒÓÔÕÖŐØ", "AAAAAAAAACCCDDEEEEEEEGIIIIIILNNNOOOOOOO"),
            ("ŕřśšşșťțùúûüůűýÿžźżß", "rrssssttuuuuuuyyzzzs"), ("ŔŘŚŠŞȘŤȚÙÚÛÜŮŰÝŸŽŹŻ", "RRSSSSTTUUUUUUYYZZZ"),
            ("“”„«»’‘ʼ–—−×→←≤≥·•…₴€£¥", "\"\"\"\"\"'''---x><<>..~hELY"),
        ]
        var map: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (from, to) in pairs {
            for (one, other) in zip(from.unicodeScalars, to.unicodeScalars) { map[one] = other }
        }
        return map
    }()
}
