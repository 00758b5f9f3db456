/// When HTTP asks who somebody is.
public enum HTTPAuth: String, Sendable, CaseIterable {
    /// Unless nobody but this machine's people can reach the listener, and the shop is theirs.
    case auto
    /// Always.
    case required
    /// Never on this machine's own address; beyond it always.
    case none
}

extension Settings {
    /// Whether HTTP takes nobody without a token.
    ///
    /// By itself it does not ask on the loopback address over the private cluster, where whoever asks can open the
    /// terminal just as well; in the environment `prod` it asks there too.
    ///
    /// - Parameter isPrivateCluster: Whether the shop is kept by the private cluster.
    /// - Returns: Whether a token is needed.
    public func httpNeedsLogin(isPrivateCluster: Bool) -> Bool {
        guard SettingRule.loopback.allows(httpHost) else { return true }
        return switch httpAuth {
        case .required: true
        case .none: false
        case .auto: !isPrivateCluster || environment == .prod
        }
    }
}
