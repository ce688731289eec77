package dev.lightfoot.report.words;

/// Makes text from the network harmless on a terminal: what would move the cursor, change colours
/// or turn the reading direction becomes a replacement character.
public final class Printable {
  private Printable() {}

  /// For one line: no line break stays either.
  public static String line(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      shown.append(printable(text.charAt(i)));
    }
    return shown.toString();
  }

  private static char printable(char c) {
    if (c == '\u00a0' || c == '\t') {
      return ' ';
    }
    int type = Character.getType(c);
    boolean harmful =
        type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR;
    return harmful ? '\ufffd' : c;
  }
}
