import Domain
import Services
import TerminalUI
import Wording

/// The record under the cursor, beside the list.
extension ListScreen {
    /// Notes where the cursor is.
    mutating func follow() -> [Step] { aside.follow(pane.selected.map(pane.rows.id)) }

    func asideRefusal(of action: Action) -> Phrase? {
        switch action {
        case .aside, .asideDown, .asideUp:
            if !aside.hasRoom {
                return "A record stands beside its list from \(AsidePane.minimumWidth) columns on."
            }
            return aside.isWanted || action == .aside ? nil : "No record stands beside the list."
        default: return nil
        }
    }

    /// Does what concerns the record beside the list; `nil` for everything else.
    mutating func performAside(_ action: Action) -> [Step]? {
        switch action {
        case .aside: return [.showAside(!aside.isWanted)] + (aside.isWanted ? [.drop(.aside)] : [.wake(after: .zero)])
        case .asideDown: aside.scroll(by: aside.page)
        case .asideUp: aside.scroll(by: -aside.page)
        default: return nil
        }
        return []
    }

    /// Reads the record once the cursor has rested on it; another one's reading is given up for it.
    mutating func readAside() -> [Step] {
        aside.point(at: pane.selected.map(pane.rows.id))
        let (isReady, steps) = aside.hasRested()
        guard isReady else { return steps }
        guard let selected = pane.selected else {
            aside.show([])
            return [.drop(.aside)]
        }
        guard let subject = pane.rows.aside(selected) else {
            aside.show(pane.rows.asideLines(selected))
            return []
        }
        return [.ask(.aside(subject), .aside)]
    }

    /// Shows the record, unless the cursor has gone on; where it can't be read, what its row tells.
    mutating func receiveAside(_ reply: Result<Reply, ServiceError>) -> [Step] {
        guard let selected = pane.selected, let subject = pane.rows.aside(selected) else { return [] }
        switch reply {
        case .success(.aside(let record)):
            if record.subject == subject { aside.show(AsideLines(format: format).lines(record)) }
        case .success: break
        case .failure: aside.show(pane.rows.asideLines(selected))
        }
        return follow()
    }

    func isAsideConcerned(by changes: Changes) -> Bool {
        guard aside.isVisible, let selected = pane.selected else { return false }
        return switch pane.rows.aside(selected) {
        case .order(let id)?: changes.concern(.order, id.value)
        case .user(let id)?: changes.concern(.user, id.value)
        case .product(let id)?: changes.concern(.product, id.value)
        case nil: false
        }
    }
}
