import Testing

/// The built program, run for real: terminals, kills, several programs on one database.
///
/// One test at a time: each has a database server of its own, and the machine may have two slow cores.
@Suite(.serialized) enum EndToEnd {}
