package dev.lightfoot.intake.wrapped;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lightfoot.codec.json.JsonSource;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JacksonException;

/// An entry of systemd's journal as JSON. A message that is not plain text is an array of its
/// bytes.
final class JournalLine {
  private String container = "";
  private String identifier = "";
  private String unit = "";
  private byte[] message = new byte[0];
  private boolean told;
  private boolean stamped;

  private JournalLine() {}

  /// Takes the message out of it; false where it is no such entry.
  static boolean read(byte[] bytes, int start, int end, WrappedLine into) {
    JournalLine line = new JournalLine();
    try (JsonSource json = JsonSource.of(bytes, start, end - start, into.texts())) {
      if (!json.next() || !json.object()) {
        return false;
      }
      while (json.member()) {
        line.member(json);
      }
    } catch (JacksonException e) {
      return false;
    }
    if (!line.told || !line.stamped) {
      return false;
    }
    into.take(line.message, 0, line.message.length);
    into.service(line.service());
    return true;
  }

  private void member(JsonSource json) {
    switch (json.name()) {
      case "MESSAGE" -> {
        message = json.isArray() ? bytes(json) : json.text().getBytes(UTF_8);
        told = true;
      }
      case "CONTAINER_NAME" -> container = json.text();
      case "SYSLOG_IDENTIFIER" -> identifier = json.text();
      case "_SYSTEMD_UNIT" -> unit = json.text();
      case "__REALTIME_TIMESTAMP" -> {
        stamped = true;
        json.skip();
      }
      default -> json.skip();
    }
  }

  private static byte[] bytes(JsonSource json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    json.array();
    while (json.element()) {
      bytes.write((int) json.number());
    }
    return bytes.toByteArray();
  }

  private String service() {
    if (!container.isEmpty()) {
      return container;
    }
    boolean known = !identifier.isEmpty();
    return known ? identifier : unit.replaceFirst("\\.service$", "");
  }
}
