import Domain
import JSON

/// The files' format; one that another program has written in a later format is not understood.
private let format: Int64 = 1

extension [SavedView] {
    /// The views as a file's bytes.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.field("format", format)
            $0.key("views")
            $0.array { writer in
                for view in self {
                    writer.object {
                        $0.field("list", view.list.rawValue)
                        $0.field("name", view.name)
                        view.look.write(to: &$0)
                    }
                }
            }
        }
        return writer.bytes
    }

    /// Reads a file's bytes; `nil` where they are no views.
    init?(bytes: [UInt8]) {
        guard let root = try? JSONValue(parsing: bytes), root["format"]?.intValue == format,
            let values = root["views"]?.arrayValue, values.count <= SavedView.limit
        else { return nil }
        self = []
        for value in values {
            guard let list = value["list"]?.stringValue.flatMap(ListName.init), let name = value["name"]?.stringValue,
                let look = ListLook(value), let view = SavedView(list, name: name, look: look)
            else { return nil }
            append(view)
        }
    }
}

extension ListMemory {
    /// All but the views as a file's bytes.
    var session: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.field("format", format)
            $0.field("aside", showsAside)
            $0.key("lists")
            $0.array { writer in
                for list in ListName.allCases {
                    guard let place = places[list] else { continue }
                    writer.object {
                        $0.field("list", list.rawValue)
                        place.write(to: &$0)
                    }
                }
            }
        }
        return writer.bytes
    }

    /// Reads a file's bytes; `nil` where they are no places.
    init?(session: [UInt8]) {
        guard let root = try? JSONValue(parsing: session), root["format"]?.intValue == format,
            let values = root["lists"]?.arrayValue
        else { return nil }
        self.init(showsAside: root["aside"]?.boolValue)
        for value in values {
            guard let list = value["list"]?.stringValue.flatMap(ListName.init), let place = ListPlace(value) else {
                return nil
            }
            places[list] = place
        }
    }
}

extension ListPlace {
    fileprivate func write(to writer: inout JSONWriter) {
        look.write(to: &writer)
        writer.field("nearTop", isNearTop)
        guard let row else { return }
        writer.key("row")
        writer.object {
            $0.field("value", row.value)
            $0.field("second", row.second)
            $0.field("id", row.id)
        }
    }

    fileprivate init?(_ value: JSONValue) {
        guard let look = ListLook(value) else { return nil }
        self.init(look: look, isNearTop: value["nearTop"]?.boolValue ?? true)
        guard let row = value["row"] else { return }
        guard let text = row["value"]?.stringValue, let id = row["id"]?.intValue else { return nil }
        self.row = Keyset(value: text, second: row["second"]?.stringValue, id: id)
    }
}

extension ListLook {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.field("filter", filter)
        writer.field("narrowing", narrowing)
        writer.field("sort", sort)
        writer.field("descending", isDescending)
        writer.field("second", second)
        writer.field("secondDescending", isSecondDescending)
        writer.field("columns", columns)
    }

    fileprivate init?(_ value: JSONValue) {
        guard let filter = value["filter"]?.stringValue, filter.count <= FilterLine.maximumLength,
            let narrowing = value["narrowing"]?.intValue, Self.narrowings.contains(Int(clamping: narrowing))
        else { return nil }
        self.init()
        (self.filter, self.narrowing) = (filter, Int(clamping: narrowing))
        (sort, second) = (value["sort"]?.stringValue, value["second"]?.stringValue)
        isDescending = value["descending"]?.boolValue ?? false
        isSecondDescending = value["secondDescending"]?.boolValue ?? false
        columns = value["columns"]?.stringValue ?? ""
    }
}
