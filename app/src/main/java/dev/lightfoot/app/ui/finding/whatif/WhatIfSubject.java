package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.analysis.change.Fingerprints;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.whatif.ChangeWords;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What changes are made to.
///
/// @param snapshot the measurement with what servers recorded for it
/// @param known its findings, which changes may name
/// @param titles what its findings are called, by their fingerprints
/// @param shown takes the secrets out of a text
public record WhatIfSubject(
    Snapshot snapshot,
    Fingerprints known,
    Map<String, String> titles,
    UnaryOperator<String> shown) {
  public WhatIfSubject {
    titles = Map.copyOf(titles);
  }

  /// A change in plain words, without secrets.
  String words(String change) {
    return ChangeWords.of(change, target -> titles.getOrDefault(target, shown.apply(target)));
  }

  /// A prediction without the secrets of what it changes and of its path.
  Prediction shown(Prediction prediction) {
    return prediction.showing(
        prediction.changes().stream().map(this::words).toList(),
        prediction.criticalPath().stream().map(each -> each.at(shown.apply(each.url()))).toList());
  }
}
