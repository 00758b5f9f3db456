extension Rect {
    /// The rectangle without `dx` columns on the left and right and `dy` rows above and below.
    public func inset(dx: Int = 0, dy: Int = 0) -> Rect {
        Rect(x: x + min(dx, width), y: y + min(dy, height), width: width - 2 * dx, height: height - 2 * dy)
    }

    /// One row of it, counted from its top; empty when there is no such row.
    public func row(_ index: Int) -> Rect {
        let isInside = index >= 0 && index < height
        return Rect(x: x, y: y + index, width: width, height: isInside ? 1 : 0)
    }

    /// The first `height` rows, and what is left below them.
    public func split(top height: Int) -> (top: Rect, rest: Rect) {
        let cut = min(max(0, height), self.height)
        return (
            Rect(x: x, y: y, width: width, height: cut),
            Rect(x: x, y: y + cut, width: width, height: self.height - cut)
        )
    }

    /// What is left above the last `height` rows, and those rows.
    public func split(bottom height: Int) -> (rest: Rect, bottom: Rect) {
        let parts = split(top: self.height - min(max(0, height), self.height))
        return (parts.top, parts.rest)
    }

    /// The first `width` columns, and what is left beside them.
    public func split(left width: Int) -> (left: Rect, rest: Rect) {
        let cut = min(max(0, width), self.width)
        return (
            Rect(x: x, y: y, width: cut, height: height),
            Rect(x: x + cut, y: y, width: self.width - cut, height: height)
        )
    }

    /// What is left beside the last `width` columns, and those columns.
    public func split(right width: Int) -> (rest: Rect, right: Rect) {
        let parts = split(left: self.width - min(max(0, width), self.width))
        return (parts.left, parts.rest)
    }

    /// A rectangle of at most this size in the middle of this one.
    public func centered(width: Int, height: Int) -> Rect {
        let across = min(max(0, width), self.width)
        let down = min(max(0, height), self.height)
        return Rect(
            x: x + (self.width - across) / 2, y: y + (self.height - down) / 2, width: across, height: down)
    }
}
