public import TerminalUI

extension CursesTerminal: DeviceTerminal {
    /// Runs a program on the terminal's own thread.
    @discardableResult
    public func run<Model: ProgramModel>(_ program: Program<Model>) async -> Model {
        await withTaskExecutorPreference(loop) { await program.run(isolation: self) }
    }
}
