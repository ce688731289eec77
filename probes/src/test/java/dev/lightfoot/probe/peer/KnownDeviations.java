package dev.lightfoot.probe.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// A checked list of cases in which we deviate from a public corpus, with reasons. It fails in both
/// directions: a new deviation is a bug or needs a reason, and one that has gone must be struck
/// out.
///
/// Lines that begin with `# ` give the reason for the cases below them; a case is its name, a tab
/// and what we make of it.
public final class KnownDeviations {
  private final Map<String, String> cases = new TreeMap<>();
  private final String resource;

  private KnownDeviations(String resource) {
    this.resource = resource;
  }

  public static KnownDeviations of(String resource) throws IOException {
    KnownDeviations known = new KnownDeviations(resource);
    try (InputStream in = KnownDeviations.class.getResourceAsStream(resource)) {
      String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String reason = "";
      for (String line : text.split("\n", -1)) {
        if (line.startsWith("# ")) {
          reason = line;
        } else if (!line.isEmpty()) {
          assertThat(reason).as("the reason for " + line).isNotEmpty();
          int tab = line.indexOf('\t');
          known.cases.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
    }
    return known;
  }

  /// The deviations found are those listed.
  public void assertExactly(Map<String, String> found) {
    StringBuilder difference = new StringBuilder();
    found.forEach(
        (name, outcome) -> {
          if (!outcome.equals(cases.get(name))) {
            difference.append("new: ").append(name).append('\t').append(outcome).append('\n');
          }
        });
    cases.forEach(
        (name, outcome) -> {
          if (!found.containsKey(name)) {
            difference.append("gone: ").append(name).append('\t').append(outcome).append('\n');
          }
        });
    assertThat(difference.toString()).as("differences from " + resource).isEmpty();
  }
}
