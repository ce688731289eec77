package dev.lightfoot.codec.har;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import java.util.List;
import java.util.Map;

/// Says in a few lines where two snapshots differ, for whoever reads the log of a build.
final class Differences {
  private static final int LONGEST = 700;

  private Differences() {}

  static void print(Snapshot before, List<Snapshot> after) {
    if (after.size() != 1) {
      System.out.println("read again as " + after.size() + " snapshots");
      return;
    }
    Snapshot again = after.getFirst();
    line(
        "snapshot",
        before.with(List.of()).keeping(Map.of()),
        again.with(List.of()).keeping(Map.of()));
    for (int i = 0; i < Math.min(before.runs().size(), again.runs().size()); i++) {
      runs(before.runs().get(i), again.runs().get(i));
    }
    before
        .unknown()
        .forEach((place, raw) -> line(place, raw, again.unknown().getOrDefault(place, "none")));
    again
        .unknown()
        .forEach((place, raw) -> line(place, before.unknown().getOrDefault(place, "none"), raw));
  }

  private static void runs(Run before, Run again) {
    line("page", before.page(), again.page());
    line("start", before.startedAt(), again.startedAt());
    for (int i = 0; i < Math.min(before.exchanges().size(), again.exchanges().size()); i++) {
      Exchange one = before.exchanges().get(i);
      Exchange other = again.exchanges().get(i);
      if (!one.equals(other)) {
        line("phases of " + i, one.phases(), other.phases());
        line("marks of " + i, one.marks(), other.marks());
        line("resource of " + i, one.resource(), other.resource());
        line("initiator of " + i, one.initiator(), other.initiator());
        line("connection of " + i, one.connection(), other.connection());
        line("request of " + i, one.request(), other.request());
        line("response of " + i, one.response(), other.response());
        line("exchange " + i, one, other);
        return;
      }
    }
  }

  private static void line(String what, Object before, Object after) {
    if (!before.equals(after)) {
      System.out.println(what + "\n  - " + cut(before) + "\n  + " + cut(after));
    }
  }

  private static String cut(Object value) {
    String text = value.toString();
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
