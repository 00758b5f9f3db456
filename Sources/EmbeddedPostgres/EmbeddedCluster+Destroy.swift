import Glibc

extension EmbeddedCluster {
    /// Stops the server, whoever uses it, and removes the cluster with all its data; blocks the calling thread.
    ///
    /// Only a disposable cluster can be destroyed: nobody's data hang on a mistaken call.
    public func destroy() throws(EmbeddedPostgresError) {
        precondition(options.durability == .disposable, "Only a disposable cluster can be destroyed.")
        try stopBlocking(.immediate, evenIfInUse: true)
        let base = options.location.base
        for entry in entries(of: base) where ClusterLocation.isOurs(entry) {
            try PrivateDirectory.remove("\(base)/\(entry)")
        }
        // What is not ours stays, and so does the directory around it.
        rmdir(base)
    }
}
