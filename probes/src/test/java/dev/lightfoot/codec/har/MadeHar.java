package dev.lightfoot.codec.har;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Makes HARs of one fault each.
final class MadeHar {
  private String creator = "Someone";
  private String pages = "";
  private final List<String> entries = new ArrayList<>();

  static MadeHar by(String creator) {
    MadeHar made = new MadeHar();
    made.creator = creator;
    return made;
  }

  MadeHar pages(String json) {
    pages = json;
    return this;
  }

  /// @param more members, each beginning with a comma
  MadeHar entry(String url, String time, String timings, String more) {
    return raw(
        "{\"startedDateTime\":\"2026-01-02T03:04:05.%03dZ\",\"time\":%s,\"timings\":%s,"
                .formatted(entries.size(), time, timings)
            + "\"request\":{\"method\":\"GET\",\"url\":\"%s\",\"httpVersion\":\"HTTP/1.1\"},"
                .formatted(url)
            + "\"response\":{\"status\":200,\"httpVersion\":\"HTTP/1.1\",\"bodySize\":9}"
            + more
            + "}");
  }

  MadeHar raw(String entry) {
    entries.add(entry);
    return this;
  }

  ReadCapture read() throws IOException {
    return ReadCapture.har(toString());
  }

  @Override
  public String toString() {
    return "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\""
        + creator
        + "\",\"version\":\"1\"},"
        + (pages.isEmpty() ? "" : "\"pages\":" + pages + ",")
        + "\"entries\":["
        + String.join(",", entries)
        + "]}}";
  }
}
