package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.page.live.LoadProgress;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.report.words.Numbers;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What the line at the bottom says of the loads of a page.
final class PageStatus {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private PageStatus() {}

  /// What goes on right now.
  static String loading(LoadProgress state, int planned) {
    if (state.warmingUp()) {
      return Words.text("status.warming-up");
    }
    String number = Integer.toString(Math.min(planned, state.runs().size() + 1));
    return state
        .live()
        .map(
            load ->
                Words.text(
                    "page.status.loading",
                    number,
                    Integer.toString(planned),
                    Numbers.count(load.ended()),
                    Numbers.count(load.exchanges().size())))
        .orElseGet(() -> Words.text("status.run", number, Integer.toString(planned)));
  }

  static String done(Snapshot whole, int planned) {
    long good = ended(whole);
    return good == planned
        ? Words.count("page.status.done", good)
        : Words.text("page.status.done-some", Long.toString(good), Integer.toString(planned));
  }

  static String stopped(Snapshot sofar, int planned) {
    return Words.text("status.stopped", Long.toString(ended(sofar)), Integer.toString(planned));
  }

  /// Why there is nothing to show.
  static String nothing(Snapshot whole) {
    return whole.runs().stream()
        .flatMap(run -> run.error().stream())
        .map(RunError::message)
        .findFirst()
        .orElseGet(() -> Words.text("status.stopped-early"));
  }

  static String opened(Snapshot snapshot) {
    String name = snapshot.name().orElseGet(() -> WebUrl.hostIn(snapshot.target()));
    return Words.text("status.opened", name, snapshot.takenAt().format(DAY));
  }

  private static long ended(Snapshot snapshot) {
    return snapshot.runs().stream().map(Run::error).filter(error -> error.isEmpty()).count();
  }
}
