package cadastre.language;

/// A call in code that runs when its file is loaded, and not only when a function is called.
///
/// @param start the offset of the callee expression's first character
/// @param end the offset of the closing parenthesis
/// @param comma whether a comma has to precede one more argument
/// @param function the declared name of the function that contains the call and is called where it is
/// written, or empty
record Call(int start, int end, boolean comma, String function) {}
