package dev.lightfoot.codec.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Changed HARs: whatever is read can be saved, opened again, and written as a valid HAR that is
/// read as the same. For longer than a moment with `-Dlightfoot.fuzz.seconds=120`.
final class HarFuzzTest {
  private static final int SECONDS = Integer.getInteger("lightfoot.fuzz.seconds", 2);
  private static final long SEED = Long.getLong("lightfoot.fuzz.seed", 20_261_129);
  private static final List<String> PIECES =
      List.of(
          "null",
          "-1",
          "0",
          "1e300",
          "-0.0001",
          "NaN",
          "\"\"",
          "[]",
          "{}",
          "true",
          "\"x\"",
          "1e9",
          "\"2026-01-02T03:04:05\"",
          "99999999999999999999",
          "\"\\ud800\"",
          "[[[]]]",
          "0.000001");

  private static final String TIMINGS =
      "{\"blocked\":1.5,\"dns\":2,\"connect\":30,\"ssl\":20,\"send\":1,\"wait\":40,\"receive\":5}";

  private final Random random = new Random(SEED);

  @Test
  void whateverIsReadSurvives() throws IOException {
    String[] seeds = {seed("Firefox"), seed("WebInspector"), seed("chrome-har")};
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    int read = 0;
    for (int i = 0; System.nanoTime() < end; i++) {
      String changed = changed(seeds[i % seeds.length]);
      for (Snapshot snapshot : ReadCapture.har(changed).snapshots) {
        check(snapshot, changed);
        read++;
      }
    }
    System.out.println("changed HARs that could be read: " + read);
    assertThat(read).isPositive();
  }

  private static void check(Snapshot snapshot, String text) throws IOException {
    assertThat(SnapshotCodec.decode(SnapshotCodec.encode(snapshot))).as(text).isEqualTo(snapshot);
    assertThat(WrittenHar.of(snapshot).readAgain()).as(text).isEqualTo(List.of(snapshot));
  }

  private static String seed(String creator) throws IOException {
    String more =
        ",\"pageref\":\"p\",\"connection\":\"7\",\"serverIPAddress\":\"10.0.0.1\",\"_priority\":\"High\","
            + "\"_initialPriority\":\"Low\",\"_resourceType\":\"script\",\"_fromCache\":\"memory\","
            + "\"_initiator\":{\"type\":\"parser\",\"url\":\"https://a.test/\",\"lineNumber\":4},\"_x\":{\"y\":[1]}";
    return MadeHar.by(creator)
        .pages(
            "[{\"id\":\"p\",\"title\":\"t\",\"startedDateTime\":\"2026-01-02T03:04:05Z\","
                + "\"pageTimings\":{\"onLoad\":90,\"onContentLoad\":-1,\"_z\":1}}]")
        .entry("https://a.test/", "79", TIMINGS, more)
        .entry("https://b.test/?q=1", "99", TIMINGS, more)
        .entry("http://a.test/x", "5", "{\"send\":0,\"wait\":5,\"receive\":0,\"_queued\":3}", more)
        .toString();
  }

  /// One to three places replaced: a value by another, a part by nothing, a byte by another.
  private String changed(String seed) {
    StringBuilder text = new StringBuilder(seed);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0, 1 -> value(text, at);
        case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
        default -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
      }
      if (text.length() < 10) {
        return seed;
      }
    }
    return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private void value(StringBuilder text, int from) {
    int colon = text.indexOf(":", from);
    int end = colon < 0 ? -1 : Math.min(next(text, ",", colon), next(text, "}", colon));
    if (end > 0 && end < text.length()) {
      text.replace(colon + 1, end, PIECES.get(random.nextInt(PIECES.size())));
    }
  }

  private static int next(StringBuilder text, String sign, int from) {
    int at = text.indexOf(sign, from);
    return at < 0 ? text.length() : at;
  }
}
