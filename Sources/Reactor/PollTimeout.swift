/// The deadline of a wait has passed before the descriptor was ready.
public struct PollTimeout: Error, Hashable {}
