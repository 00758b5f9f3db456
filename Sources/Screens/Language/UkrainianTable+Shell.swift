extension UkrainianTable {
    /// What stands around every screen.
    static let shell: [String: String] = [
        "Help": "Довідка", "All": "Усе", "Back": "Назад",
    ]
}
