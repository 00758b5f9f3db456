/// What is found by its name.
protocol Named {
    var name: String { get }
}
