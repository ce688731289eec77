package dev.lightfoot.model.budget;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import java.util.Optional;

/// What a limit is about.
public sealed interface Quantity {
  /// Its name in the file, the value of `what`.
  String what();

  /// What a run takes, in nanoseconds.
  ///
  /// @param phase in which; empty for all of it
  /// @param percentile of the runs, above 0 and below 100
  record Time(Optional<Phase> phase, double percentile) implements Quantity {
    /// What is meant where the file does not say: the median.
    public static final double MEDIAN = 50;

    @Override
    public String what() {
      return "time";
    }
  }

  /// Round trips of a run.
  ///
  /// @param layer where; empty for all of them
  record Trips(Optional<Layer> layer) implements Quantity {
    @Override
    public String what() {
      return "trips";
    }
  }

  /// Bytes that came over the network in a run: heads and bodies of responses.
  record Bytes() implements Quantity {
    @Override
    public String what() {
      return "bytes";
    }
  }

  /// Requests of a page, redirects included.
  record Requests() implements Quantity {
    @Override
    public String what() {
      return "requests";
    }
  }

  /// What a rule found wrong.
  ///
  /// @param rule by its name: `repeated-query`
  record Finding(String rule) implements Quantity {
    @Override
    public String what() {
      return "finding";
    }
  }
}
