package dev.lightfoot.report.words;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.join.JoinedBy;
import dev.lightfoot.analysis.stack.RowLabel;

/// Rows of a stack, and how they were found, as people name them.
public final class RowNames {
  private RowNames() {}

  /// Such as `PostgreSQL’s own log`.
  public static String of(RowLabel label) {
    return switch (label) {
      case RowLabel.ClientWait wait ->
          wait.url().map(url -> say("row.wait-for", url)).orElseGet(() -> say("row.wait"));
      case RowLabel.OwnLog log ->
          log.system()
              .map(system -> say("row.own-log-of", PeerNames.title(system)))
              .orElseGet(() -> say("row.own-log"));
      case RowLabel.Named named -> named.name();
    };
  }

  /// As in "joined by trace id".
  public static String of(JoinedBy by) {
    return say("joined." + by.label());
  }
}
