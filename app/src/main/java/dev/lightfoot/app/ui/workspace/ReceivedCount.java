package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.app.reception.Reception;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.Source;
import dev.lightfoot.store.span.journal.ReceivedSpans;
import java.util.List;
import java.util.concurrent.Executor;

/// Counts received spans in the table of what was read.
///
/// @param files reads them, so that what came in a file as well counts once
/// @param read counts them
/// @param receiving hears that there is something new
/// @param workspace shows what went wrong
record ReceivedCount(
    LogFiles files, ReadSpans read, Receiving receiving, Workspace workspace, Executor ui) {

  /// Counts what was received and goes on to count what comes, in the calling thread, until the
  /// store is closed.
  void count(Reception opened) {
    Source kept =
        new Source.Spans(
            opened.folder().toString(),
            ReceivedSpans.FORMAT,
            reading -> opened.follow(reading, () -> ui.execute(receiving::counted)));
    News news = new News();
    IntakeListener counting =
        span -> {
          read.count(span);
          if (news.isDue()) {
            ui.execute(receiving::counted);
          }
        };
    for (FileReading each : files.read(List.of(kept), counting)) {
      each.failure().ifPresent(why -> ui.execute(() -> workspace.tell(Notice.bad(why))));
    }
  }
}
