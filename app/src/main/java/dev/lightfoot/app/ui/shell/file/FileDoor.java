package dev.lightfoot.app.ui.shell.file;

import static java.util.stream.Collectors.joining;

import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.TraceSource;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.app.ui.workspace.log.ReadingEnd;
import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.GivenPaths;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/// The one door for files and folders, however they were given: each opens where it belongs by what
/// it holds. Used by the window's thread; files are looked at and read off it.
///
/// - A snapshot opens in Probe, one with page loads in Page, and so does a captured page load; of
///   several the first, and a notice names the others. Two alone are compared.
/// - Logs open in Logs, and so do traces; where all that was given is one trace, it opens in Trace.
/// - With a measurement in sight in Stack, or given with a snapshot, logs open its wait: in Stack.
///
/// What cannot be opened is named in a notice and keeps nothing else from being opened.
public final class FileDoor {
  private final Workspace workspace;
  private final Library library;
  private final LogShelf shelf;
  private final Set<LogFormat> traceFormats;
  private final Executor ui;
  private final Executor jobs;

  /// @param traceFormats formats whose files hold whole traces
  public FileDoor(
      Workspace workspace,
      Library library,
      LogShelf shelf,
      Set<LogFormat> traceFormats,
      Executor ui,
      Executor jobs) {
    this.workspace = workspace;
    this.library = library;
    this.shelf = shelf;
    this.traceFormats = traceFormats;
    this.ui = ui;
    this.jobs = jobs;
  }

  /// Opens all of them; nothing where there are none.
  public void open(List<Path> paths) {
    if (paths.isEmpty()) {
      return;
    }
    workspace.dismissNotice();
    jobs.execute(
        () -> {
          GivenPaths given = GivenPaths.of(paths);
          ui.execute(() -> new Visit(given).begin());
        });
  }

  /// What comes in at one time.
  private final class Visit {
    private final GivenPaths given;
    private final List<String> sentences = new ArrayList<>();
    private boolean bad;

    Visit(GivenPaths given) {
      this.given = given;
    }

    void begin() {
      given.unopened().forEach(each -> refuse(sentence(each)));
      if (given.snapshots().size() + given.pageLoads().size() == 2 && given.logs().isEmpty()) {
        tell();
        library.compareFiles(given.snapshots(), given.pageLoads(), this::compareFailed);
        return;
      }
      if (!given.snapshots().isEmpty()) {
        library.openFile(given.snapshots().getFirst(), this::snapshotEnded);
      } else if (!given.pageLoads().isEmpty()) {
        library.openCapture(given.pageLoads().getFirst(), this::captureEnded, this::captureFailed);
      } else {
        readLogs(workspace.screenProperty().get() == Screen.STACK);
      }
    }

    private void captureEnded(List<Snapshot> others) {
      if (!others.isEmpty()) {
        String urls =
            others.stream().map(Snapshot::target).map(Redactor::redact).collect(joining(", "));
        sentences.add(Words.text("door.other-pages", urls));
      }
      others(given.pageLoads().subList(1, given.pageLoads().size()));
      readLogs(true);
    }

    private void compareFailed(String failure) {
      refuse(failure);
      tell();
    }

    private void captureFailed(String failure) {
      refuse(failure);
      others(given.pageLoads().subList(1, given.pageLoads().size()));
      readLogs(false);
    }

    private void others(List<Path> others) {
      if (!others.isEmpty()) {
        String names = others.stream().map(Path::toString).collect(joining(", "));
        sentences.add(Words.text("door.other-snapshots", names));
      }
    }

    private void snapshotEnded(Optional<String> failure) {
      failure.ifPresent(this::refuse);
      List<Path> others = new ArrayList<>(given.snapshots());
      others.addAll(given.pageLoads());
      others(others.subList(1, others.size()));
      readLogs(failure.isEmpty());
    }

    /// @param stack whether they may open the wait of a measurement
    private void readLogs(boolean stack) {
      tell();
      if (!given.logs().isEmpty()) {
        boolean measured = workspace.subjectProperty().get() != null;
        Screen screen = stack && measured ? Screen.STACK : Screen.LOGS;
        workspace.screenProperty().set(screen);
        shelf.add(given.logs(), ended -> logsEnded(screen, ended));
      }
    }

    private void logsEnded(Screen screen, ReadingEnd ended) {
      boolean still = workspace.screenProperty().get() == screen;
      Optional<String> trace = ended.trace().filter(id -> still && isTrace(ended, screen, id));
      trace.ifPresent(this::openTrace);
      List<FileReading> unread =
          ended.readings().stream().filter(each -> incomplete(each)).toList();
      boolean told = screen == Screen.LOGS && trace.isEmpty();
      boolean nothing = ended.readings().stream().allMatch(each -> each.read() == 0);
      if (!unread.isEmpty() && (!told || nothing)) {
        refuse(sentence(unread));
        tell();
      }
    }

    /// Whoever goes elsewhere meanwhile is not led away; the trace that was measured stays joined.
    private boolean isTrace(ReadingEnd ended, Screen screen, String id) {
      boolean traces =
          ended.readings().stream()
              .flatMap(each -> each.format().stream())
              .allMatch(traceFormats::contains);
      Snapshot measured = workspace.subjectProperty().get();
      boolean joined =
          screen == Screen.STACK && measured != null && Join.traceIds(measured.runs()).contains(id);
      return traces && !joined && !ended.stopped();
    }

    private void openTrace(String id) {
      shelf.ask(
          shelved -> shelved.traces().trace(id),
          (List<Span> spans) -> {
            // A trace larger than what is kept is counted in Logs only.
            if (!spans.isEmpty()) {
              workspace.open(new TraceSource(id, spans));
            }
          });
    }

    private void refuse(String sentence) {
      bad = true;
      sentences.add(sentence);
    }

    private void tell() {
      if (!sentences.isEmpty()) {
        String text = String.join(" ", sentences);
        Notice notice = bad ? Notice.bad(text) : Notice.plain(text);
        workspace.tell(
            given.logs().isEmpty()
                ? notice
                : notice.offering(Words.text("door.show-logs"), this::lead));
      }
    }

    private void lead() {
      workspace.screenProperty().set(Screen.LOGS);
    }
  }

  private static boolean incomplete(FileReading reading) {
    return reading.failure().isPresent() || reading.skipped() > 0;
  }

  private static String sentence(GivenPaths.Unopened unopened) {
    String path = unopened.path().toString();
    return switch (unopened.reason()) {
      case ABSENT -> Words.text("door.absent", path);
      case DENIED -> Words.text("door.denied", path);
      case FAILED -> Words.text("door.failed", path);
    };
  }

  private static String sentence(List<FileReading> unread) {
    FileReading first = unread.getFirst();
    String about =
        first
            .failure()
            .map(why -> Words.text("logs.told", first.name(), why))
            .orElseGet(
                () -> Words.text("door.skipped", first.name(), Numbers.count(first.skipped())));
    return unread.size() == 1
        ? about
        : Words.text("door.and-more", about, Numbers.count(unread.size() - 1));
  }
}
