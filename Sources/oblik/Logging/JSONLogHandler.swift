import Domain
import Glibc
import JSON
import Logging

/// Writes log records as JSON lines: `{"at": …, "level": …, "label": …, "message": …, …metadata}`.
struct JSONLogHandler: LogHandler {
    let label: String
    let file: LogFile
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    /// Values longer than this are cut: a log is no place for documents.
    private static let maximumValueLength = 2048

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var writer = JSONWriter()
        writer.object { object in
            object.field("at", Clock.now.description)
            object.field("level", event.level.rawValue)
            object.field("label", label)
            object.field("message", Self.cut(event.message.description))
            let values = metadata.merging(event.metadata ?? [:]) { _, new in new }
            for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                object.field(key, Self.cut("\(value)"))
            }
        }
        file.append(writer.bytes + [UInt8(ascii: "\n")])
    }

    private static func cut(_ text: String) -> String {
        text.utf8.count <= maximumValueLength ? text : String(text.prefix(maximumValueLength / 4)) + "…"
    }
}

/// The wall clock.
enum Clock {
    /// What it is now, by the system's clock.
    static var now: Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }

    /// Seconds that this machine's local time is ahead of UTC, now.
    static var offsetSeconds: Int {
        var seconds = time(nil)
        var local = tm()
        localtime_r(&seconds, &local)
        return local.tm_gmtoff
    }
}
