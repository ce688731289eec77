package dev.lightfoot.analysis.compare;

import java.util.OptionalLong;

/// One part of what moved the total.
///
/// @param what kind of thing
/// @param name of the phase (`wait`: what of it is in no layer that is a part of its own), the
///   layer (`database`) or the request's URL; empty for what is left over
/// @param nanos B minus A
/// @param trips B minus A; empty where they are not known or did not change
public record Part(What what, String name, long nanos, OptionalLong trips) {
  /// Kinds of parts.
  public enum What {
    PHASE("phase"),
    LAYER("layer"),
    EXCHANGE("exchange"),
    LEFT_OVER("left-over");

    private final String label;

    What(String label) {
      this.label = label;
    }

    /// Its name in documents.
    public String label() {
      return label;
    }
  }
}
