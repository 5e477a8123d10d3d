package cadastre.people;

/// By which way something was started.
public enum Door {
    /// The pages in a browser.
    CONSOLE,
    /// The command line on the server.
    COMMAND_LINE,
    /// The HTTP interface for programs.
    API,
    /// Nobody at that moment: what the program does by itself.
    SCHEDULE
}
