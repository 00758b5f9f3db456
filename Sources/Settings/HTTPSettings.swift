/// How HTTP is served, beyond its address.
public struct HTTPSettings: Sendable, Hashable {
    /// The file with the certificate, if TLS is spoken.
    public let certificate: String?
    /// The file with the certificate's private key; nil if that is in the same file.
    public let key: String?
    /// Whether HTTP may be served beyond this machine without TLS.
    public let isInsecureAllowed: Bool
    /// The origins whose pages may use HTTP, in lower case.
    public let origins: Set<String>
    /// Requests that a client has a minute, 0 for any number.
    public let readRate, writeRate: Int
    /// Whether clients on this machine are held to these numbers.
    public let limitsLoopback: Bool
    /// Whether answers tell how long they took.
    public let tellsTiming: Bool
    /// Whether each request has its line in the log.
    public let logsAccess: Bool

    init?(_ texts: [SettingKey: String]) {
        guard let isInsecureAllowed = texts[.httpInsecure].flatMap(SettingRule.flag),
            let readRate = texts[.httpReadRate].flatMap(SettingRule.integer),
            let writeRate = texts[.httpWriteRate].flatMap(SettingRule.integer),
            let limitsLoopback = texts[.httpLoopbackRate].flatMap(SettingRule.flag),
            let tellsTiming = texts[.httpTiming].flatMap(SettingRule.flag),
            let logsAccess = texts[.httpAccessLog].flatMap(SettingRule.flag)
        else { return nil }
        (certificate, key) = (texts[.httpCertificate], texts[.httpKey])
        origins = texts[.httpOrigins].flatMap(SettingRule.origins) ?? []
        (self.isInsecureAllowed, self.readRate, self.writeRate) = (isInsecureAllowed, readRate, writeRate)
        (self.limitsLoopback, self.tellsTiming, self.logsAccess) = (limitsLoopback, tellsTiming, logsAccess)
    }
}

extension Settings {
    /// What is wrong with values that are right by themselves.
    var contradictions: [SettingsFault] {
        var faults: [SettingsFault] = []
        if http.certificate == nil, http.key != nil {
            faults.append(fault(.httpKey, "needs http.tls.certificate as well"))
        }
        if http.certificate == nil, !http.isInsecureAllowed, !SettingRule.loopback.allows(httpHost) {
            faults.append(
                fault(
                    .httpHost,
                    "leads beyond this machine, where passwords need TLS: set http.tls.certificate, "
                        + "or http.insecure if something in front of Oblik speaks it"))
        }
        if graphQL.documents == nil, graphQL.answersOnlyDocuments {
            faults.append(fault(.graphQLOnlyDocuments, "needs graphql.documents as well"))
        }
        return faults + poolerFaults
    }

    private var poolerFaults: [SettingsFault] {
        if databaseURL == nil, databaseDirect != nil { return [fault(.databaseDirect, "needs database.url as well")] }
        guard databasePooler == .transaction, databaseDirect == nil else { return [] }
        return [
            fault(
                .databasePooler,
                "needs database.direct as well: announcements, migrations, imports and backups need a session of their "
                    + "own, which a pooler of transactions can't lend")
        ]
    }

    private func fault(_ key: SettingKey, _ problem: String) -> SettingsFault {
        let source = sources[key] ?? .defaults
        return SettingsFault(name: key.rawValue, source: source.description, problem: problem)
    }
}
