/// What an argument belongs to.
enum ArgumentOwner {
    case field(FieldNode)
    case directive(Directive)
    case spread(FragmentSpread)
}
