public import TerminalUI

/// A terminal on this process' standard input and output.
public protocol DeviceTerminal: Terminal {
    /// Runs a program on the terminal's own thread, so that a key becomes a picture without a change of threads.
    ///
    /// The model's `handle`, `update` and `view` then run there; effects run on the shared pool as always.
    /// - Returns: The model as it was at the end. The terminal stays open.
    @discardableResult
    func run<Model: ProgramModel>(_ program: Program<Model>) async -> Model
    /// Shows everything anew, whatever the terminal shows, as after another program wrote over it.
    func redraw() async
}
