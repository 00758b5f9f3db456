import Screens
import Settings
import TerminalUI

/// The keymap that somebody has chosen: by the setting, else by the file, else the classic one.
enum KeymapChoice {
    static func keymap(_ settings: Settings, _ assets: AssetDirectories) -> Keymap {
        let file = KeyFile.load(path: "\(assets.config)/keys.toml")
        let wanted = settings.keys == "auto" ? file.preset : settings.keys
        return Keymap(wanted.flatMap(Keymap.Preset.init) ?? .classic, changedBy: file)
    }
}
