import Glibc

/// How long the tests of faults go on: as much as fits into every check, or as much as a night has room for.
package enum FaultProfile: String, Sendable {
    case quick, nightly

    /// What `OBLIK_FAULTS` says; without it, quick.
    package static let current: FaultProfile = {
        guard let text = getenv("OBLIK_FAULTS").map({ String(cString: $0) }), !text.isEmpty else { return .quick }
        guard let profile = FaultProfile(rawValue: text) else {
            preconditionFailure("OBLIK_FAULTS is quick or nightly, not \(text).")
        }
        return profile
    }()

    /// A size for each profile.
    package static func sized(quick: Int, nightly: Int) -> Int { current == .quick ? quick : nightly }
}
