package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.app.reception.Reception;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.journal.ReceivedSpans;
import java.util.List;
import java.util.concurrent.Executor;

/// Counts received spans in the table of what was read.
///
/// @param receiving hears that there is something new
/// @param workspace shows what went wrong
record ReceivedCount(Receiving receiving, Workspace workspace, Executor ui) {

  /// Counts what was received and goes on to count what comes, in the calling thread, until the
  /// store is closed or others have taken the place of these logs.
  ///
  /// @param logs their readers know what came in a file as well, which counts once
  void of(Reception opened, OpenLogs logs) {
    Source kept =
        new Source.Spans(
            opened.folder().toString(),
            ReceivedSpans.FORMAT,
            reading ->
                opened.follow(
                    reading,
                    () -> {
                      logs.receivedIsCounted();
                      ui.execute(receiving::counted);
                    }));
    for (FileReading each : logs.files().read(List.of(kept), counting(logs))) {
      each.failure().ifPresent(why -> ui.execute(() -> workspace.tell(Notice.bad(why))));
    }
  }

  private IntakeListener counting(OpenLogs logs) {
    News news = new News();
    return new IntakeListener() {
      @Override
      public void span(Span span) {
        logs.spans().count(span);
        if (news.isDue()) {
          ui.execute(receiving::counted);
        }
      }

      @Override
      public boolean cancelled() {
        return logs.isLeft();
      }
    };
  }
}
