package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.app.ui.words.Words;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Asks the store off the window's thread. What fails is said in one sentence.
///
/// @param ui runs what changes the window
/// @param background runs what blocks
record StoreJobs(Workspace workspace, Executor ui, Executor background) {
  private static final Logger LOG = Logger.getLogger(StoreJobs.class.getName());

  /// What is asked.
  interface Job<T> {
    T run() throws IOException;
  }

  /// A failure becomes a notice.
  <T> void run(Job<T> job, Consumer<T> done) {
    run(job, done, sentence -> workspace.tell(Notice.bad(sentence)));
  }

  /// @param failed hears the sentence
  <T> void run(Job<T> job, Consumer<T> done, Consumer<String> failed) {
    background.execute(
        () -> {
          try {
            T result = job.run();
            ui.execute(() -> done.accept(result));
          } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the snapshot store failed", e);
            String code = e instanceof IOException ? "LF-STORE" : "LF-FAULT";
            String text =
                Words.text("notice.store-failed", message(e), code, workspace.logFile().toString());
            ui.execute(() -> failed.accept(text));
          }
        });
  }

  private static String message(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
