package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.FileReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Reads log files, one reading at a time: added ones into what is open, or all of them anew, which
/// takes the place of what is open once it is whole. Used by the window's thread; reads off it.
final class LogReading {
  private final Ways ways;
  private final ReadingProgress progress;
  private final MeasuringGate gate = new MeasuringGate();
  private final ObservableList<FileReading> shown = FXCollections.observableArrayList();
  private final Set<String> hidden = new HashSet<>();
  private final ReadOnlyObjectWrapper<List<Path>> open = new ReadOnlyObjectWrapper<>(List.of());
  private volatile OpenLogs logs;
  private LogTurn turn = new LogTurn();
  private Optional<Anew> anew = Optional.empty();

  /// What it works with.
  ///
  /// @param changed runs when there is something new to ask for
  /// @param received counts what is received among what is read anew
  /// @param replaced runs when that has taken the place of what was open
  record Ways(
      Workspace workspace,
      Executor ui,
      Executor jobs,
      Runnable changed,
      Consumer<OpenLogs> received,
      Runnable replaced) {}

  /// All of them read into others than those that are open.
  ///
  /// @param calm whether it waits while something is measured
  /// @param done runs when they have taken the place
  private record Anew(List<Path> paths, OpenLogs into, boolean calm, Runnable done) {
    /// From the beginning, with these as well.
    Anew with(List<Path> more) {
      into.leave();
      return new Anew(together(paths, more), into.afresh(), calm, done);
    }
  }

  LogReading(OpenLogs logs, Ways ways, ReadingProgress progress) {
    this.logs = logs;
    this.ways = ways;
    this.progress = progress;
  }

  /// What is open. May be asked by any thread.
  OpenLogs logs() {
    return logs;
  }

  /// What is open, and what may take its place.
  void each(Consumer<OpenLogs> what) {
    what.accept(logs);
    anew.ifPresent(each -> what.accept(each.into()));
  }

  /// What became of each file.
  ObservableList<FileReading> shown() {
    return shown;
  }

  ReadOnlyObjectProperty<List<Path>> openProperty() {
    return open.getReadOnlyProperty();
  }

  /// What is open, or is to be once it was read.
  List<Path> wanted() {
    return anew.map(Anew::paths).orElse(open.get());
  }

  /// Reads what was added. Where all are being read anew, that begins again afterwards, with these.
  void add(List<Path> given, Consumer<ReadingEnd> ended) {
    List<Path> paths = given.stream().map(Path::toAbsolutePath).toList();
    anew = anew.map(each -> each.with(paths));
    open.set(together(open.get(), paths));
    OpenLogs into = logs;
    LogTurn mine = begin("logs.status.reading");
    SpanBatches taking =
        new SpanBatches(
            into.spans(),
            mine::isStopped,
            () -> ways.ui().execute(ways.changed()),
            progress.taking());
    mine.read(
        ways,
        into,
        paths,
        taking,
        found -> {
          List<FileReading> done = found.orElse(List.of());
          ReadingEnd how = new ReadingEnd(done, taking.onlyTrace(), mine.isStopped());
          into.readings().addAll(done);
          if (how.stopped()) {
            into.addUnread(paths, Words.text("logs.unread"));
          }
          show();
          ways.changed().run();
          if (mine.equals(turn)) {
            added(how);
            ended.accept(how);
          }
        });
  }

  private void added(ReadingEnd how) {
    progress.end(how.stopped() ? "logs.status.cancelled" : "logs.status.read", how.readings());
    if (how.stopped()) {
      anew.ifPresent(this::giveUp);
    } else {
      anew.ifPresent(this::start);
    }
  }

  /// Reads all but these again.
  ///
  /// @param names paths of files that were read
  /// @param done runs when they are gone
  void without(List<String> names, Runnable done) {
    Set<Path> gone = new HashSet<>(names.stream().map(Path::of).toList());
    List<Path> rest = new ArrayList<>();
    for (Path path : wanted()) {
      // of a folder the other files stay
      boolean concerned = gone.stream().anyMatch(each -> each.startsWith(path));
      rest.addAll(
          concerned ? read(path).filter(each -> !gone.contains(each)).toList() : List.of(path));
    }
    hidden.addAll(names);
    show();
    start(new Anew(together(rest, List.of()), logs.afresh(), false, done));
  }

  private Stream<Path> read(Path folder) {
    return shown.stream().map(each -> Path.of(each.path())).filter(each -> each.startsWith(folder));
  }

  /// Reads these instead of what is open.
  void anew(List<Path> paths) {
    hidden.clear();
    show();
    start(new Anew(paths, logs.afresh(), false, () -> {}));
  }

  /// Reads these instead of what is open, told this of them.
  ///
  /// @throws IllegalArgumentException with a sentence where it cannot be so; nothing has changed
  void told(ReadSettings settings, List<Path> paths) {
    OpenLogs into = logs.told(settings);
    hidden.clear();
    show();
    start(new Anew(paths, into, false, () -> {}));
  }

  /// Reads what was open before this start.
  void restore(List<Path> paths, Runnable done) {
    open.set(together(paths, open.get()));
    start(new Anew(open.get(), logs.afresh(), true, done));
  }

  private void start(Anew wanted) {
    anew.filter(each -> !each.equals(wanted)).ifPresent(each -> each.into().leave());
    anew = Optional.of(wanted);
    LogTurn mine = begin("logs.status.again");
    ways.received().accept(wanted.into());
    SpanBatches taking =
        new SpanBatches(
            wanted.into().spans(),
            () -> {
              if (wanted.calm()) {
                gate.pass(mine::isStopped);
              }
              return mine.isStopped();
            },
            () -> {},
            progress.taking());
    mine.read(
        ways,
        wanted.into(),
        wanted.paths(),
        taking,
        found -> {
          if (mine.equals(turn)) {
            ended(wanted, mine.isStopped() ? Optional.empty() : found);
          }
        });
  }

  /// @param found what became of the files; empty where it did not come to its end
  private void ended(Anew wanted, Optional<List<FileReading>> found) {
    if (found.isEmpty()) {
      giveUp(wanted);
      progress.end("logs.status.kept", List.of());
      return;
    }
    anew = Optional.empty();
    hidden.clear();
    logs.leave();
    logs = wanted.into();
    logs.readings().addAll(found.get());
    open.set(wanted.paths());
    show();
    ways.changed().run();
    progress.end("logs.status.read", found.get());
    ways.replaced().run();
    wanted.done().run();
  }

  /// What is open stays as it is.
  private void giveUp(Anew wanted) {
    anew = Optional.empty();
    hidden.clear();
    wanted.into().leave();
    if (wanted.calm()) {
      logs.addUnread(wanted.paths(), Words.text("logs.unread"));
    }
    show();
    ways.changed().run();
  }

  private LogTurn begin(String status) {
    cancel();
    turn = new LogTurn();
    progress.begin(status);
    return turn;
  }

  /// Brings what is shown up to what was read; a row that stays keeps its place.
  void show() {
    List<FileReading> wanted =
        logs.readings().stream().filter(each -> !hidden.contains(each.path())).toList();
    Set<String> names = new HashSet<>(wanted.stream().map(FileReading::name).toList());
    shown.removeIf(each -> !names.contains(each.name()));
    if (shown.size() > wanted.size()) {
      shown.setAll(wanted);
    }
    for (int i = 0; i < shown.size(); i++) {
      if (!shown.get(i).equals(wanted.get(i))) {
        shown.set(i, wanted.get(i));
      }
    }
    shown.addAll(wanted.subList(shown.size(), wanted.size()));
  }

  /// Whether something is measured: then what nobody has asked for waits.
  void hold(boolean measuring) {
    gate.shut(measuring);
  }

  /// Ends the reading; what was read stays.
  ///
  /// @return whether there was one
  boolean cancel() {
    turn.stop();
    gate.wake();
    return progress.runningProperty().get();
  }

  private static List<Path> together(List<Path> first, List<Path> second) {
    LinkedHashSet<Path> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
