public import TerminalUI

extension CursesTerminal {
    /// Runs a program on the terminal's own thread, so that a key becomes a picture without a change of threads.
    ///
    /// The model's `handle`, `update` and `view` then run there; effects run on the shared pool as always.
    /// - Returns: The model as it was at the end. The terminal stays open.
    @discardableResult
    public func run<Model: ProgramModel>(_ program: Program<Model>) async -> Model {
        await program.run()
    }
}
