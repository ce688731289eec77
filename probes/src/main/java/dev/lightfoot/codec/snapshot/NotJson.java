package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.SnapshotFormatException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Says why a text is no JSON that can be read, and where.
final class NotJson {
  private NotJson() {}

  static SnapshotFormatException of(JsonParser parser, JacksonException e) {
    return of(
        parser,
        switch (e) {
          case UnexpectedEndOfInputException _ -> "the text ends too early: the file is cut";
          case StreamConstraintsException _ -> "a limit is exceeded: " + firstLine(e);
          default -> firstLine(e);
        });
  }

  static SnapshotFormatException of(JsonParser parser, String sentence) {
    var location = parser.currentLocation();
    String where = "At line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    return new SnapshotFormatException(Reason.NOT_JSON, where + sentence + ".");
  }

  private static String firstLine(JacksonException e) {
    String message = e.getOriginalMessage();
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
