package dev.lightfoot.codec.postgres;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The entries of each server process apart, where lines say which wrote them: in syslog, lines of
/// one entry stand between those of others.
final class Backends {
  private static final int OPEN = 10_000;

  private final ReadSettings settings;
  private final Reading into;
  private final Sessions sessions;
  private final Map<Long, StderrEntries> open = new LinkedHashMap<>(16, 0.75f, true);

  Backends(ReadSettings settings, Reading into, Sessions sessions) {
    this.settings = settings;
    this.into = into;
    this.sessions = sessions;
  }

  void line(HeadedLine line) {
    open.computeIfAbsent(line.pid(), _ -> new StderrEntries(settings, into, sessions)).line(line);
    if (open.size() > OPEN) {
      Long eldest = open.keySet().iterator().next();
      Optional.ofNullable(open.remove(eldest)).ifPresent(StderrEntries::end);
    }
  }

  /// A line was left out: it may belong to any of them.
  void gap() {
    open.values().forEach(StderrEntries::gap);
  }

  void end() {
    open.values().forEach(StderrEntries::end);
    open.clear();
  }
}
