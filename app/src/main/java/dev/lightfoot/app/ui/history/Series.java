package dev.lightfoot.app.ui.history;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.HeadlineTime;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Subject;
import dev.lightfoot.report.words.PhaseNames;
import dev.lightfoot.store.StoredSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Snapshots whose times answer the same question: one subject, one kind of runs. A warm run beside
/// a cold one, or a page beside a single request, would be a change that is none.
///
/// @param subject what was measured
/// @param state of the runs that the time of a snapshot is the median of; empty where no run counts
record Series(Subject subject, Optional<RunState> state) {

  static Series of(StoredSnapshot snapshot) {
    return new Series(snapshot.subject(), snapshot.headline().map(HeadlineTime::state));
  }

  /// Whether both measure the same, from wherever: then only distance lies between them.
  boolean differsInPlaceOnly(Series other) {
    return state.equals(other.state)
        && subject.target().equals(other.subject.target())
        && subject.method().equals(other.subject.method())
        && subject.engine().equals(other.subject.engine());
  }

  /// What it is beside its address: `cold`, `page, Chrome, cold`, `POST, warm, Helsinki`.
  String kind() {
    List<String> words = new ArrayList<>();
    subject.engine().ifPresent(engine -> words.add(Words.text("history.kind." + engine.label())));
    if (!subject.method().isEmpty() && !subject.method().equals("GET")) {
      words.add(subject.method());
    }
    words.add(state.map(PhaseNames::of).orElseGet(() -> Words.text("history.kind.failed")));
    subject.place().ifPresent(words::add);
    return String.join(", ", words);
  }
}
