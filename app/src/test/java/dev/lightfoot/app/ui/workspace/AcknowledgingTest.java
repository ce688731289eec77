package dev.lightfoot.app.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import dev.lightfoot.store.AcknowledgementStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AcknowledgingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final Acknowledgement KNOWN =
      new Acknowledgement(
          new Target.OfRule("redirect", "*"),
          "old links",
          TODAY,
          Optional.empty(),
          OptionalInt.empty());

  @TempDir Path folder = Path.of("");

  @Test
  void whatIsAskedForIsDoneInThatOrderHoweverThreadsRun() {
    Deque<Runnable> jobs = new ArrayDeque<>();
    Acknowledging acknowledging =
        new Acknowledging(
            new AcknowledgementStore(folder),
            () -> TODAY,
            new Workspace(Settings.DEFAULTS, Path.of("log")),
            Runnable::run,
            jobs::add);
    acknowledging.add(KNOWN);
    acknowledging.withdraw(KNOWN.target());
    for (Runnable job = jobs.pollLast(); job != null; job = jobs.pollLast()) {
      job.run();
    }
    assertThat(acknowledging.keptProperty().get()).isEmpty();
  }
}
