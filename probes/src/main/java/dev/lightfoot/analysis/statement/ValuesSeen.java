package dev.lightfoot.analysis.statement;

/// Whether records say with which values a call was made.
public enum ValuesSeen {
  /// They do: literals in the text, or parameters beside it.
  KNOWN,
  /// Placeholders stand for them: two such calls may be one and the same or not.
  HIDDEN,
  /// The text has no values: each such call is the same.
  NONE,
  /// There is no text.
  UNKNOWN
}
