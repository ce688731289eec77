package dev.lightfoot.analysis.page;

import java.util.Locale;

/// Why a request of a page could not begin, or go on, before another one had come so far.
public enum PathCause {
  /// It waited for none: the page begins with it.
  START,
  /// The other one's response led to it.
  REDIRECT,
  /// The other one's bytes named it.
  DISCOVERY,
  /// The parser had to run a script before it came to it, which waits for the style sheets before
  /// it.
  PARSER_BLOCKED,
  /// The script that asks for it waited for a style sheet or script before it.
  SCRIPT_BLOCKED,
  /// Only what is drawn needs it, and nothing was drawn before the other one was there.
  RENDER_BLOCKED,
  /// The connection that it uses was being set up for the other one.
  CONNECTION_SETUP,
  /// All connections were in use; the other one's became free.
  CONNECTION_BUSY,
  /// Nothing names what it waited for. That it was the document is the least that can be said.
  UNKNOWN;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /// A word for resource bundles and tests.
  public String label() {
    return label;
  }
}
