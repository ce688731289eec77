package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import dev.lightfoot.store.AcknowledgementStore;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What people have decided to live with, as the window sees it: the store, asked off the window's
/// thread, one thing after the other in the order of asking. A failure becomes a [Notice]; what was
/// kept before is still kept.
public final class Acknowledging {
  private static final Logger LOG = Logger.getLogger(Acknowledging.class.getName());

  private final AcknowledgementStore store;
  private final Supplier<LocalDate> today;
  private final Workspace workspace;
  private final Executor ui;
  private final Executor jobs;
  private final ReadOnlyObjectWrapper<List<Acknowledgement>> kept =
      new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable Answer answer;

  /// What was asked for last; of the window's thread.
  private CompletableFuture<@Nullable Void> last = CompletableFuture.completedFuture(null);

  /// @param today the day, where the person is
  public Acknowledging(
      AcknowledgementStore store,
      Supplier<LocalDate> today,
      Workspace workspace,
      Executor ui,
      Executor jobs) {
    this.store = store;
    this.today = today;
    this.workspace = workspace;
    this.ui = ui;
    this.jobs = jobs;
  }

  /// All that is kept; none before [#refresh].
  public ReadOnlyObjectProperty<List<Acknowledgement>> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /// Reads the store again: others may have written to it.
  public void refresh() {
    work(() -> {});
  }

  /// Findings, with those told apart that someone lives with. Several screens ask of the same.
  public Sifted sift(Findings findings) {
    Question question = new Question(findings, kept.get(), today.get());
    Answer before = answer;
    if (before != null && before.question().equals(question)) {
      return before.sifted();
    }
    Sifted sifted = Sifted.of(findings, question.kept(), question.day());
    answer = new Answer(question, sifted);
    return sifted;
  }

  private record Question(Findings findings, List<Acknowledgement> kept, LocalDate day) {}

  private record Answer(Question question, Sifted sifted) {}

  /// Takes note of a finding, as often as it happens now.
  ///
  /// @param about rule and place in a few words, for who reads the file
  /// @param until the last day; empty for good
  public void acknowledge(Finding finding, String about, String reason, Optional<LocalDate> until) {
    Target target = new Target.OfFinding(finding.fingerprint(), about);
    OptionalInt count = OptionalInt.of(finding.count());
    add(new Acknowledgement(target, reason, today.get(), until, count));
  }

  /// Keeps it again that was withdrawn.
  public void add(Acknowledgement acknowledgement) {
    work(() -> store.add(acknowledgement));
  }

  /// Forgets what was said of a finding, or of all on its route.
  public void withdraw(Target target) {
    work(() -> store.withdraw(target));
  }

  private void work(Job job) {
    last =
        last.handleAsync(
            (_, _) -> {
              perform(job);
              return null;
            },
            jobs);
  }

  private void perform(Job job) {
    try {
      job.run();
      List<Acknowledgement> all = store.all();
      ui.execute(() -> kept.set(all));
    } catch (IOException | RuntimeException | Error e) {
      LOG.log(Level.WARNING, "acknowledgements were not kept", e);
      String text =
          Words.text(
              "notice.store-failed",
              String.valueOf(e.getMessage()),
              "LF-STORE",
              workspace.logFile().toString());
      ui.execute(() -> workspace.tell(Notice.bad(text)));
    }
  }

  private interface Job {
    void run() throws IOException;
  }
}
