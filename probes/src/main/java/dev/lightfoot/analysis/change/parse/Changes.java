package dev.lightfoot.analysis.change.parse;

import dev.lightfoot.analysis.change.Change;
import dev.lightfoot.analysis.change.ChangeKind;
import dev.lightfoot.analysis.change.Draw;
import dev.lightfoot.analysis.change.Fingerprints;
import dev.lightfoot.analysis.change.Rtt;
import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Several changes at once, made in the order of the wire. Those of a kind are made the general one
/// before the particular, and else in that of their texts: a set of changes is the same however it
/// was put together.
///
/// @param list in that order
public record Changes(List<Change> list) {
  /// `rtt` is made before `rtt.database`, which is not to be undone by it.
  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::kind).thenComparing(Changes::word).thenComparing(Change::text);

  public Changes {
    list = list.stream().sorted(ORDER).toList();
  }

  /// Those of these words.
  ///
  /// @param given each as `word` or `word=value`
  /// @throws Refused where one is not known, cannot be predicted or excludes another
  public static Changes of(List<String> given) throws Refused {
    return of(given, Fingerprints.NONE);
  }

  /// Those of these words, which may name findings.
  ///
  /// @throws Refused where one is not known, cannot be predicted or excludes another
  public static Changes of(List<String> given, Fingerprints known) throws Refused {
    ChangeParser parser = new ChangeParser(known);
    List<Change> list = new ArrayList<>();
    for (String each : given) {
      list.add(parser.parse(each));
    }
    Changes changes = new Changes(list);
    changes.refuseExclusive();
    return changes;
  }

  private static String word(Change change) {
    return change.text().split("=", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /// As they were asked for, in the order in which they are made.
  public List<String> texts() {
    return list.stream().map(Change::text).toList();
  }

  /// Makes all of them in a run.
  ///
  /// @return those of which the run holds something
  public Set<Change> edit(ReplayGraph graph, Draw draw) {
    Set<Change> made = new LinkedHashSet<>();
    for (Change each : list) {
      if (each.edit(graph, draw)) {
        made.add(each);
      }
    }
    return made;
  }

  /// The same, made in some exchanges only.
  public Changes within(Predicate<Job> where) {
    return new Changes(list.stream().<Change>map(each -> new Scoped(each, where)).toList());
  }

  private void refuseExclusive() throws Refused {
    for (int i = 0; i < list.size(); i++) {
      for (int j = i + 1; j < list.size(); j++) {
        if (excludes(list.get(i), list.get(j))) {
          throw new Refused(new ChangeFault.Exclusive(list.get(i).text(), list.get(j).text()));
        }
      }
    }
  }

  private static boolean excludes(Change one, Change other) {
    if (one.text().equals(other.text())) {
      return true;
    }
    return switch (one.kind()) {
      case KEEP_ALIVE -> other.kind() == ChangeKind.RESUMED || other.kind() == ChangeKind.TLS;
      case HTTP, STREAM_HEAD, COMPRESS -> other.kind() == one.kind();
      case RTT, MOVE ->
          one instanceof Rtt rtt && other instanceof Rtt twice && rtt.scope().equals(twice.scope());
      case EARLY_HINTS -> other.kind() == ChangeKind.STREAM_HEAD;
      default -> false;
    };
  }
}
