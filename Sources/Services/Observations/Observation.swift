/// Everything that the program notices about its own work: the one list that access log, metrics and request log come
/// from.
package enum Observation: Sendable {
    /// A request over HTTP has come in.
    case requestBegan
    /// Its answer is sent, or its client gone.
    case requestEnded(RequestRecord)
    case streamBegan, streamEnded
    /// An order was placed, by whatever face.
    case orderPlaced
    /// A key was used again for the same order.
    case orderReplayed
    /// An order was refused because it wanted more than there is.
    case oversellPrevented
}
