/// A variable as it is used: where, and what is expected there.
struct VariableUsage {
    let name: String
    let start: Int
    let type: TypeReference?
    let parentType: TypeReference?
    let hasDefault: Bool
    /// The variable of the fragment around it, where the experiment of fragment arguments declares one.
    let fragmentVariable: VariableDefinition?
}
