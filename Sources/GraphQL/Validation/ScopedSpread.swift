/// A spread with the fragment it names and the scope it opens.
final class ScopedSpread {
    var spread: FragmentSpread
    let fragment: Fragment?
    let scope: VariableScope?

    init(spread: FragmentSpread, fragment: Fragment?, scope: VariableScope?) {
        self.spread = spread
        self.fragment = fragment
        self.scope = scope
    }
}
