/// By what a line is found in the picture before; whether it is the same there is told by its source alone.
public enum StripName: Hashable, Sendable {
    /// A row of a list, by the number of its record.
    case row(Int64)
    /// A line that is there once.
    case line(String)
}
