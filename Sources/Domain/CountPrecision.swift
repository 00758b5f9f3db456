/// How exactly the rows of a list are counted.
package enum CountPrecision: String, Sendable, CaseIterable {
    case exact, estimated
}
