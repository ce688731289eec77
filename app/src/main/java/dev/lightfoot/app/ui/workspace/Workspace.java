package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.url.WebUrl;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the screens share: what is open, what is said about it, and what the person has chosen.
/// Used by one thread, the window's.
public final class Workspace {
  private static final int UNDOABLE = 20;

  private final ReadOnlyObjectWrapper<@Nullable Snapshot> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Snapshot> subject = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Snapshot> joined = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ToCompare> compared = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TraceSource> trace = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Screen> traceFrom = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Proof> pointed = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.PROBE);
  private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Settings> settings;
  private final Path logFile;
  private final Deque<Runnable> undos = new ArrayDeque<>();

  /// @param logFile where this program writes what went wrong
  public Workspace(Settings settings, Path logFile) {
    this.settings = new SimpleObjectProperty<>(settings);
    this.logFile = logFile;
  }

  /// The snapshot that was opened last, from a file, the history or the sample.
  public ReadOnlyObjectProperty<@Nullable Snapshot> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /// Opens a snapshot and leads to where it is shown. Never causes a request.
  public void open(Snapshot snapshot) {
    opened.set(null);
    opened.set(snapshot);
    screen.set(isPage(snapshot) ? Screen.PAGE : Screen.PROBE);
  }

  /// Whether it holds loads of a page: those are shown in Page, all others in Probe.
  public static boolean isPage(Snapshot snapshot) {
    return snapshot.runs().stream().anyMatch(run -> run.page().isPresent());
  }

  /// What was last asked to be compared; null before anything was.
  public ReadOnlyObjectProperty<@Nullable ToCompare> comparedProperty() {
    return compared.getReadOnlyProperty();
  }

  /// Compares two snapshots and leads to where that is shown. Never causes a request.
  public void compare(Snapshot a, Snapshot b) {
    compareAll(a, List.of(b));
  }

  /// Shows how each of those differs from the first one.
  ///
  /// @param others at least one
  public void compareAll(Snapshot a, List<Snapshot> others) {
    compare(new ToCompare(Optional.of(a), others.getFirst(), others.subList(1, others.size())));
  }

  /// Compares a snapshot with the last one before it that fits, which the person may change.
  public void compareWith(Snapshot b) {
    compare(new ToCompare(Optional.empty(), b, List.of()));
  }

  private void compare(ToCompare what) {
    compared.set(null);
    compared.set(what);
    screen.set(Screen.COMPARE);
  }

  /// The measurement that is shown, once it is whole; null before there was one.
  public ReadOnlyObjectProperty<@Nullable Snapshot> subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  /// Makes a measurement the one that is shown.
  public void show(Snapshot snapshot) {
    subject.set(snapshot);
  }

  /// The shown measurement with what servers recorded for it.
  public ReadOnlyObjectProperty<@Nullable Snapshot> joinedProperty() {
    return joined.getReadOnlyProperty();
  }

  /// Says what servers recorded for the shown measurement: then saving it saves that, too.
  public void join(Snapshot snapshot) {
    joined.set(snapshot);
  }

  /// The trace that was opened last, from a file, the receiver or a stack.
  public ReadOnlyObjectProperty<@Nullable TraceSource> traceProperty() {
    return trace.getReadOnlyProperty();
  }

  /// Opens a trace and leads to where it is shown.
  public void open(TraceSource source) {
    if (screen.get() != Screen.TRACE) {
      traceFrom.set(screen.get());
    }
    trace.set(null);
    trace.set(source);
    screen.set(Screen.TRACE);
  }

  /// The screen that the trace was opened from; null where it was opened on its own.
  public ReadOnlyObjectProperty<@Nullable Screen> traceFromProperty() {
    return traceFrom.getReadOnlyProperty();
  }

  /// Leads from a trace back to where it was opened from, where that is another screen.
  public void leaveTrace() {
    Screen before = traceFrom.get();
    if (before != null) {
      screen.set(before);
    }
  }

  /// What shows a finding and was last asked to be looked at where it is; null before anything was.
  public ReadOnlyObjectProperty<@Nullable Proof> pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /// Asks the screen that shows such things of the shown measurement, or of the logs, to show this
  /// one and to come to the front.
  public void point(Proof proof) {
    pointed.set(null);
    pointed.set(proof);
  }

  /// The screen in front.
  public ObjectProperty<Screen> screenProperty() {
    return screen;
  }

  /// The sentence above the content; null where there is none.
  public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  public void tell(Notice value) {
    notice.set(value);
  }

  /// Says how what was done last can be undone.
  ///
  /// @return undoes just that, whatever was done since; nothing where that is undone already
  public Runnable undoable(Runnable how) {
    undos.push(how);
    if (undos.size() > UNDOABLE) {
      undos.removeLast();
    }
    return () -> {
      if (undos.remove(how)) {
        how.run();
      }
    };
  }

  /// Undoes what was done last and is not undone yet, where that can be.
  ///
  /// @return whether there was something
  public boolean undo() {
    Optional<Runnable> last = Optional.ofNullable(undos.poll());
    last.ifPresent(Runnable::run);
    return last.isPresent();
  }

  public void dismissNotice() {
    notice.set(null);
  }

  /// The line at the bottom.
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  public void say(String text) {
    status.set(text);
  }

  public ObjectProperty<Settings> settingsProperty() {
    return settings;
  }

  public Settings settings() {
    return settings.get();
  }

  /// Keeps where the server of an address stands, for what is measured of it next.
  ///
  /// @param place empty where that is not known any more
  public void keepServerPlace(String url, Optional<String> place) {
    Settings.Requests requests = settings().requests();
    settings.set(
        settings()
            .withRequests(
                requests.withWhereabouts(
                    requests.whereabouts().withServer(WebUrl.hostIn(url), place))));
  }

  /// Where this program writes what went wrong.
  public Path logFile() {
    return logFile;
  }
}
