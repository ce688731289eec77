package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.json.JsonFault;
import dev.lightfoot.codec.snapshot.SnapshotFormatException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/// Says why a text is no JSON that can be read, and where.
final class NotJson {
  private NotJson() {}

  static SnapshotFormatException of(JsonParser parser, JacksonException e) {
    return of(parser, JsonFault.of(e));
  }

  static SnapshotFormatException of(JsonParser parser, String sentence) {
    var location = parser.currentLocation();
    String where = "At line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    return new SnapshotFormatException(Reason.NOT_JSON, where + sentence + ".");
  }
}
