/// The latest requests over HTTP.
package struct RequestLog: Hashable, Sendable {
    /// The newest last.
    package let records: [RequestRecord]
    /// How many there were in all.
    package let count: Int

    package init(records: [RequestRecord] = [], count: Int = 0) { (self.records, self.count) = (records, count) }
}
