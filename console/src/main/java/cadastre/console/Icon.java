package cadastre.console;

/// A sign, drawn on 16 by 16.
public enum Icon {
    /// Look here.
    WARNING("<path d=\"M8 2.2 14.3 13H1.7Z\"/><path d=\"M8 6.3v3M8 11.2v.1\"/>"),
    /// Well, or done.
    CHECK("<path d=\"m3 8.5 3.2 3.2L13 5\"/>"),
    /// Not, or failed.
    CROSS("<path d=\"m4 4 8 8M12 4l-8 8\"/>"),
    /// For information.
    DOT("<circle cx=\"8\" cy=\"8\" r=\"2.5\" fill=\"currentColor\"/>"),
    /// Under way.
    TURN("<path d=\"M14 8a6 6 0 1 1-2-4.5\"/>"),
    /// The portfolio.
    LIST("<path d=\"M2 3.5h12M2 8h12M2 12.5h8\"/>"),
    /// To look for.
    FIND("<circle cx=\"7\" cy=\"7\" r=\"4.3\"/><path d=\"m10.3 10.3 3.4 3.4\"/>"),
    /// What changes.
    CHANGES("<path d=\"M4 2v9.5M1.8 9.3 4 11.5l2.2-2.2M12 14V4.5M9.8 6.7 12 4.5l2.2 2.2\"/>"),
    /// An account elsewhere.
    LINK("<path d=\"M6 10 10 6M7 4.5 8.500 3a3 3 0 0 1 4.300 4.300L11.300 8.700M9 11.500 7.500 13a3 3 0 0 1-4.300-4.300"
            + "L4.700 7.300\"/>"),
    /// How to.
    BOOK("<path d=\"M3 2.500h7.500A2.500 2.500 0 0 1 13 5v8.500H5.500A2.500 2.500 0 0 1 3 11ZM3 11a2.500 2.500 0 0 1"
            + " 2.500-2.500H13\"/>"),
    /// What may be set.
    GEAR("<circle cx=\"8\" cy=\"8\" r=\"2.200\"/><path d=\"M8 1.500v2M8 12.500v2M1.500 8h2M12.500 8h2M3.400 3.400l1.400"
            + " 1.400M11.200 11.200l1.400 1.400M12.600 3.400l-1.400 1.400M4.800 11.200l-1.400 1.400\"/>"),
    /// Locked.
    LOCK("<rect x=\"3\" y=\"7\" width=\"10\" height=\"7\" rx=\"1.500\"/><path d=\"M5 7V5a3 3 0 0 1 6 0v2\"/>"),
    /// Nothing.
    NONE("");

    private final String shapes;

    Icon(String shapes) {
        this.shapes = shapes;
    }

    /// {@return what is drawn: constant SVG}
    public String shapes() {
        return shapes;
    }
}
