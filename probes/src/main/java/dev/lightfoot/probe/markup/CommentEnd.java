package dev.lightfoot.probe.markup;

/// Finds the end of a comment: `-->`, `--!>`, and `>` or `->` at its very beginning.
final class CommentEnd {
  private boolean first;
  private int dashes;
  private boolean bang;

  /// After `<!--`.
  void begin() {
    first = true;
    dashes = 0;
    bang = false;
  }

  boolean ends(char c) {
    boolean abrupt = first && c == '>';
    boolean end = c == '>' && (dashes >= 2 || bang);
    bang = c == '!' && dashes >= 2;
    first = first && c == '-' && dashes == 0;
    dashes = c == '-' ? dashes + 1 : 0;
    return abrupt || end;
  }
}
