/// A place in a response that a field's value goes to: a slot of an object, or of a list within the field.
struct ResponsePosition {
    let plan: FieldPlan
    let node: ResponseNode
    let place: Int

    func put(_ slot: ResponseNode.Slot) { node.slots[place] = slot }
}
