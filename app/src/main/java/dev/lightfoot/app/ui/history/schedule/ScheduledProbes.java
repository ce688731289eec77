package dev.lightfoot.app.ui.history.schedule;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.ProxySetting;
import dev.lightfoot.app.ui.workspace.setting.ResolverText;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.model.Annotation;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.ProbeListener;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.TargetUrl;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Probes that are made while the window is open, and saved. One at a time, never beside a
/// measurement of the person; none is made twice, and of those that fell into a sleep one is.
///
/// Used by one thread, that of [SchedulePorts#ui].
public final class ScheduledProbes {
  /// A tag of every snapshot that was made so.
  public static final String TAG = "scheduled";

  /// Clocks are looked at so often: a computer that wakes up has a probe that is due within that.
  static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

  /// After a measurement of the person's own.
  static final Duration AFTER_BUSY = Duration.ofSeconds(10);

  private static final Logger LOG = Logger.getLogger(ScheduledProbes.class.getName());

  private final SchedulePorts ports;
  private final Workspace workspace;
  private final Library library;
  private final ScheduleFile file;
  private final BudgetWatch budgets;
  private final Map<String, Due> due = new LinkedHashMap<>();
  private final ObservableList<ScheduledProbe> shown = FXCollections.observableArrayList();
  private final List<Schedule> schedules = new ArrayList<>();
  private @Nullable Begun running;
  private int alarms;
  private boolean closed;

  public ScheduledProbes(
      SchedulePorts ports, Workspace workspace, Library library, ScheduleFile file) {
    this.ports = ports;
    this.workspace = workspace;
    this.library = library;
    this.file = file;
    this.budgets = new BudgetWatch(ports.budgets(), workspace);
  }

  /// What is scheduled, with when it is due.
  public ObservableList<ScheduledProbe> shown() {
    return shown;
  }

  /// Takes up what was scheduled when the window was closed last, and says so.
  public void restore() {
    for (Schedule each : file.read()) {
      schedules.add(each);
      due.put(each.address(), Due.afterStart(each, now(), nanoTime(), ports.random()));
    }
    show();
    if (!schedules.isEmpty()) {
      workspace.tell(
          Notice.plain(Words.count("schedule.restored", schedules.size()))
              .offering(
                  Words.text("notice.show-history"),
                  () -> workspace.screenProperty().set(Screen.HISTORY)));
      arm();
    }
  }

  /// Reads a budget, beside the window's work, to find out whether probes can be held against it.
  ///
  /// @param answer takes why they cannot, as a sentence; empty where they can
  public void look(Path budget, Consumer<Optional<String>> answer) {
    List<StoredSnapshot> kept = List.copyOf(library.snapshots());
    ports
        .measuring()
        .execute(
            () -> {
              Optional<String> refusal = budgets.refusal(budget, kept);
              ports.ui().execute(() -> answer.accept(refusal));
            });
  }

  /// Measures that address from now on. What was scheduled for it before is replaced.
  ///
  /// @param budget the file that each probe is held against, which was looked at before; empty for
  ///   none
  /// @return why it cannot be, as a sentence; empty where it is
  public Optional<String> add(String address, Duration interval, int runs, Optional<Path> budget) {
    Schedule schedule = new Schedule(address.strip(), interval, runs, Optional.empty(), budget);
    try {
      plan(schedule);
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    budgets.forget(schedule.address());
    schedules.removeIf(each -> each.address().equals(schedule.address()));
    if (schedules.size() >= Schedule.MOST) {
      return Optional.of(Words.text("schedule.too-many", Integer.toString(Schedule.MOST)));
    }
    schedules.add(schedule);
    due.put(schedule.address(), Due.after(schedule.interval(), now(), nanoTime(), ports.random()));
    changed();
    arm();
    return Optional.empty();
  }

  /// Ends that schedule; what was saved stays.
  public void remove(String address) {
    schedules.removeIf(each -> each.address().equals(address));
    due.remove(address);
    changed();
  }

  /// Breaks off what runs, because the person measures; it is made afterwards.
  public void giveWay() {
    Begun current = running;
    if (current != null) {
      ports.measuring().execute(current.cancellation()::cancel);
    }
  }

  /// Ends with the window. What runs is broken off, and due at the next start.
  public void close() {
    closed = true;
    giveWay();
    Begun current = running;
    if (current != null) {
      takeBack(current);
    }
  }

  /// What was broken off does not count as begun: in this window it is made soon, and where that is
  /// closed before, in the next.
  private void takeBack(Begun broken) {
    schedules.replaceAll(each -> each.equals(broken.now()) ? broken.before() : each);
    changed();
  }

  private void arm() {
    if (closed || schedules.isEmpty()) {
      return;
    }
    Duration least = LONGEST_SLEEP;
    for (Due each : due.values()) {
      Duration left = each.left(now(), nanoTime());
      least = left.compareTo(least) < 0 ? left : least;
    }
    if (least.isZero()) {
      least = AFTER_BUSY;
    }
    int number = ++alarms;
    ports.alarm().in(least, () -> ports.ui().execute(() -> rang(number)));
  }

  /// Of alarms that were set one after the other the last one counts, so that none is answered
  /// twice.
  private void rang(int number) {
    if (closed || number != alarms) {
      return;
    }
    if (running == null && !ports.busy().getAsBoolean()) {
      schedules.stream().filter(each -> reached(each.address())).findFirst().ifPresent(this::begin);
    }
    arm();
  }

  private boolean reached(String address) {
    Due when = due.get(address);
    return when != null && when.reached(now(), nanoTime());
  }

  private void begin(Schedule schedule) {
    Instant now = now();
    Duration wait = untilAfterAnotherWindows(schedule, now);
    if (wait.isPositive()) {
      due.put(schedule.address(), Due.in(wait, now, nanoTime()));
      show();
      return;
    }
    Begun begun = new Begun(schedule, schedule.begun(now), new Cancellation());
    due.put(schedule.address(), Due.after(schedule.interval(), now, nanoTime(), ports.random()));
    schedules.replaceAll(each -> each.equals(schedule) ? begun.now() : each);
    changed();
    ProbePlan plan;
    try {
      plan = plan(schedule);
    } catch (IllegalArgumentException e) {
      failed(schedule, String.valueOf(e.getMessage()));
      return;
    }
    running = begun;
    workspace.say(Words.text("schedule.running", schedule.address()));
    List<StoredSnapshot> kept = List.copyOf(library.snapshots());
    ports.measuring().execute(() -> measure(begun, plan, kept));
  }

  /// Two windows may share a data folder: what the other one began counts for both.
  private Duration untilAfterAnotherWindows(Schedule schedule, Instant now) {
    return file.read().stream()
        .filter(each -> each.address().equals(schedule.address()))
        .flatMap(each -> each.last().stream())
        .filter(last -> !last.isAfter(now) && !schedule.last().equals(Optional.of(last)))
        .map(last -> Duration.between(now, last.plus(schedule.interval())))
        .findFirst()
        .orElse(Duration.ZERO);
  }

  private void measure(Begun begun, ProbePlan plan, List<StoredSnapshot> kept) {
    Schedule schedule = begun.before();
    Cancellation cancellation = begun.cancellation();
    try {
      Snapshot snapshot = ports.series().measure(plan, new ProbeListener() {}, cancellation);
      Optional<BudgetWatch.Held> held =
          cancellation.isCancelled() ? Optional.empty() : budgets.held(schedule, snapshot, kept);
      ports.ui().execute(() -> ended(begun, snapshot, held));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a scheduled probe broke off", e);
      ports
          .ui()
          .execute(
              () -> {
                running = null;
                failed(schedule, String.valueOf(e.getMessage()));
              });
    }
  }

  private void ended(Begun begun, Snapshot snapshot, Optional<BudgetWatch.Held> held) {
    Schedule schedule = begun.before();
    running = null;
    if (closed) {
      return;
    }
    if (begun.cancellation().isCancelled()) {
      due.computeIfPresent(schedule.address(), (_, _) -> Due.in(AFTER_BUSY, now(), nanoTime()));
      takeBack(begun);
      arm();
      return;
    }
    Snapshot tagged = snapshot.with(new Annotation(List.of(TAG), Optional.empty()));
    library.keep(
        workspace.settings().requests().whereabouts().placed(tagged),
        Words.text("schedule.name"),
        saved -> workspace.say(Words.text("schedule.saved", schedule.address())));
    held.ifPresent(each -> budgets.tell(schedule.address(), each));
  }

  private void failed(Schedule schedule, String why) {
    workspace.tell(Notice.bad(Words.text("schedule.failed", schedule.address(), why)));
  }

  private ProbePlan plan(Schedule schedule) {
    Settings settings = workspace.settings();
    Settings.Requests requests = settings.requests();
    ProbeRequest plain =
        new ProbeRequest(
            TargetUrl.parse(schedule.address()).url(),
            "GET",
            Optional.empty(),
            List.of(),
            List.of(),
            ResolverText.parse(settings.resolver()),
            requests.addressFamily(),
            ProxySetting.parse(requests.proxy()),
            settings.certificateAuthorities(),
            requests.timeout(),
            requests.allowPrivate());
    return ProbePlan.of(plain, schedule.runs(), false, false);
  }

  private void changed() {
    show();
    try {
      file.write(schedules);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "schedules were not kept", e);
      workspace.tell(Notice.bad(Words.text("schedule.not-kept", file.path().toString())));
    }
  }

  private void show() {
    shown.setAll(
        schedules.stream().map(each -> new ScheduledProbe(each, nextOf(each.address()))).toList());
  }

  private Instant nextOf(String address) {
    Due when = due.get(address);
    return when == null ? now() : when.wall();
  }

  private Instant now() {
    return ports.clock().instant();
  }

  private long nanoTime() {
    return ports.nanoTime().getAsLong();
  }
}
