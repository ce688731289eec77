package dev.lightfoot.analysis.measured;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.stack.StackFloors;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A snapshot with all that the rules need of it, computed once.
public final class MeasuredSnapshot {
  private final Summary summary;
  private final List<MeasuredRun> all;
  private final List<MeasuredRun> counting;

  private MeasuredSnapshot(Snapshot snapshot) {
    List<Run> runs = snapshot.runs();
    Floors floors = Floors.of(runs);
    PeerFloors peers = PeerFloors.of(runs, floors);
    StackFloors stackFloors = StackFloors.of(runs);
    summary = Summary.of(runs);
    all =
        IntStream.range(0, runs.size())
            .mapToObj(at -> new MeasuredRun(at, runs.get(at), floors, peers, stackFloors))
            .toList();
    counting = all.stream().filter(run -> run.run().counts()).toList();
  }

  public static MeasuredSnapshot of(Snapshot snapshot) {
    return new MeasuredSnapshot(snapshot);
  }

  /// Every run, also those that failed or are left out of statistics.
  public List<MeasuredRun> all() {
    return all;
  }

  /// The runs whose times may enter statistics.
  public List<MeasuredRun> runs() {
    return counting;
  }

  /// Those of that state.
  public List<MeasuredRun> runs(RunState state) {
    return counting.stream().filter(run -> run.run().state() == state).toList();
  }

  /// Those that load a page.
  public List<MeasuredRun> pages() {
    return counting.stream().filter(run -> run.run().page().isPresent()).toList();
  }

  /// The state whose runs stand for the snapshot.
  public Optional<RunState> headline() {
    return summary.headline().map(StateSummary::state);
  }

  /// Position of the run that is drawn and billed.
  public OptionalInt shown() {
    return summary.billed();
  }
}
