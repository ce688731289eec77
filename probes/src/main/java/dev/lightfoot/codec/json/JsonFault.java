package dev.lightfoot.codec.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// What is wrong with a text that is no JSON, in words for whoever has the file: without what
/// stands there, which may be a secret, and without what only the parser's own makers need.
public final class JsonFault {
  private JsonFault() {}

  /// Part of a sentence, without its end.
  public static String of(JacksonException e) {
    return switch (e) {
      case UnexpectedEndOfInputException _ -> "the text ends too early: the file is cut";
      case StreamConstraintsException _ -> "a limit is exceeded: " + firstLine(e);
      default ->
          e.getOriginalMessage().startsWith("Unrecognized token")
              ? "it holds a word that JSON does not have"
              : firstLine(e);
    };
  }

  private static String firstLine(JacksonException e) {
    String message = e.getOriginalMessage();
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    int source = line.indexOf(" (start marker at [Source");
    return source < 0 ? line : line.substring(0, source);
  }
}
