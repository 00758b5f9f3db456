/// `...Name`; arguments are an experiment (spec discussion 865) and parsed only where asked for.
package struct FragmentSpread: Sendable {
    let name: Name
    let arguments: [ArgumentNode]
    let directives: [Directive]
    let start: Int
}
