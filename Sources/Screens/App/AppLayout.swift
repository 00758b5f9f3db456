import TerminalUI

/// Which line of the terminal is whose.
///
/// Small terminals give up the footer first, then the other lines.
struct AppLayout {
    let status: Rect?
    let banner: Rect?
    let body: Rect
    let message: Rect?
    let footer: Rect?

    init(size: Size, hasBanner: Bool) {
        var rest = Rect(size)
        func cut(_ isShown: Bool, _ split: (Rect) -> (Rect, Rect)) -> Rect? {
            guard isShown else { return nil }
            let (line, left) = split(rest)
            rest = left
            return line
        }
        let height = size.height
        footer = cut(height >= 6) {
            let parts = $0.split(bottom: 1); return (parts.bottom, parts.rest)
        }
        message = cut(height >= 3) {
            let parts = $0.split(bottom: 1); return (parts.bottom, parts.rest)
        }
        status = cut(height >= 5) {
            let parts = $0.split(top: 1); return (parts.top, parts.rest)
        }
        banner = cut(hasBanner && height >= 8) {
            let parts = $0.split(top: 1); return (parts.top, parts.rest)
        }
        body = rest
    }
}
