package dev.lightfoot.analysis.compare;

import java.util.List;

/// What moved the total. Medians do not add up; the means this names do.
///
/// @param basis of the numbers
/// @param totalNanos B minus A, on that basis: the sum of the parts, exactly
/// @param parts largest first; the last is what is left over
public record Attribution(Basis basis, long totalNanos, List<Part> parts) {
  public Attribution {
    parts = List.copyOf(parts);
  }

  /// What the parts are differences of.
  public enum Basis {
    /// Of runs measured in turn, pair by pair, without the tenth of the pairs at either end.
    PAIRED_MEANS("paired-means"),
    /// Of each side's runs without the slowest and fastest tenth by total.
    TRIMMED_MEANS("trimmed-means");

    private final String label;

    Basis(String label) {
      this.label = label;
    }

    /// Its name in documents.
    public String label() {
      return label;
    }
  }
}
