import Glibc
import TOMLKit
import Wording

/// Reads themes from TOML files.
///
/// ```toml
/// name = "dark"
/// contrast = "high"               # 7:1 is promised; optional
/// [palette]                       # names for colours; optional
/// night = "#101418"
/// [base]                          # everything that no role changes
/// fg = "#d8dee9"
/// bg = "night"
/// [role]                          # by the names of Role
/// error = { fg = "bright-red", bold = true }
/// ```
/// A colour is "#rrggbb", a name of the palette, or one of the terminal's sixteen ("red", "bright-red"). A
/// style knows `fg`, `bg`, `bold`, `dim`, `underline`, `reverse`, `italic`. Any other key is a fault, and so is a
/// text role with less contrast than the theme promises (``ThemeContrast``).
public enum ThemeFile {
    /// The most bytes of a file.
    public static let maximumBytes = ConfigurationFile.maximumBytes

    /// Reads the theme in the file at `path`; errors call it `name`, or else by its path.
    /// - Throws: ``ThemeError`` with the place of the first fault found.
    public static func load(path: String, as name: String? = nil) throws(ThemeError) -> Theme {
        let text: String
        do throws(ConfigurationFile.Fault) {
            text = try ConfigurationFile.read(path)
        } catch {
            throw ThemeError(file: name ?? path, line: nil, column: nil, key: nil, reason: error.reason)
        }
        return try parse(text, file: name ?? path)
    }

    /// Reads a theme from the text of a file; `file` names it in errors.
    /// - Throws: ``ThemeError`` with the place of the first fault found.
    public static func parse(_ text: String, file: String) throws(ThemeError) -> Theme {
        let source = TOMLSource(text)
        if let place = source.brokenHeader {
            throw ThemeError(
                file: file, line: place.line, column: place.column, key: nil, reason: TOMLSource.headerRule)
        }
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let place = error.source.begin
            throw ThemeError(
                file: file, line: place.line, column: place.column, key: nil, reason: "\(error.description)")
        } catch {
            throw ThemeError(file: file, line: nil, column: nil, key: nil, reason: "The file isn't TOML.")
        }
        var reader = ThemeReader(file: file, source: source)
        return try reader.theme(table)
    }

    /// The names of the themes in a directory, that is its `*.toml` files, in order; empty if it can't be read.
    public static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".toml") && !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
        }
        return names.sorted()
    }
}
