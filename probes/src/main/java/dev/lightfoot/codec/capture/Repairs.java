package dev.lightfoot.codec.capture;

import dev.lightfoot.model.page.Repair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts what was wrong in known ways in the entries of one load.
public final class Repairs {
  private final Map<String, Integer> mended = new TreeMap<>();
  private final Map<String, Integer> doubtful = new TreeMap<>();

  /// An entry in which that was put right.
  public void mend(String kind) {
    mended.merge(kind, 1, Integer::sum);
  }

  /// An entry in which that is shown as it stands.
  public void doubt(String kind) {
    doubtful.merge(kind, 1, Integer::sum);
  }

  /// What was counted: what was mended first, by kind.
  public List<Repair> counted() {
    List<Repair> all = new ArrayList<>();
    mended.forEach((kind, count) -> all.add(new Repair(kind, count, true)));
    doubtful.forEach((kind, count) -> all.add(new Repair(kind, count, false)));
    return all;
  }
}
