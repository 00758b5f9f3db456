/// What a program is started for; it names the file that settings are read from.
public enum RunEnvironment: String, Sendable, CaseIterable {
    /// A person's own machine.
    case local
    /// A shared machine for trying things out.
    case dev
    /// As `dev`, from the file of `dev`, with every debug message logged.
    case debug
    /// The real thing.
    case prod

    /// The name of the file in the configuration directory.
    public var fileName: String { ".env." + (self == .debug ? RunEnvironment.dev : self).rawValue }
}
