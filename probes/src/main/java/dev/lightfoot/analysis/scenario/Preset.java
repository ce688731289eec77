package dev.lightfoot.analysis.scenario;

import dev.lightfoot.analysis.distance.Medium;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Ways to compare with.
public enum Preset {
  /// A pigeon with a memory card: 10 km at 60 km/h, and all bytes at once.
  PIGEON {
    @Override
    public Link link() {
      return new Link(
          label(),
          20 * NANOS_PER_MINUTE,
          OptionalLong.empty(),
          false,
          OptionalLong.empty(),
          OptionalDouble.of(KILOMETRES));
    }
  },
  /// A broadband line of 1 MB/s over the same 10 km, at the speed of light in a vacuum.
  NBN {
    @Override
    public Link link() {
      long nanos = Medium.VACUUM.roundTripNanos(KILOMETRES);
      return Link.line(label(), nanos, 1_000_000).over(KILOMETRES);
    }
  },
  /// 1 Gbit/s through 10 km of glass.
  FIBRE {
    @Override
    public Link link() {
      long nanos = Medium.FIBRE.roundTripNanos(KILOMETRES);
      return Link.line(label(), nanos, 125_000_000).over(KILOMETRES);
    }
  },
  /// 10 Gbit/s between two machines of a zone.
  DATA_CENTRE {
    @Override
    public Link link() {
      return Link.line(label(), 500_000, 1_250_000_000);
    }
  };

  private static final long NANOS_PER_MINUTE = 60_000_000_000L;
  private static final double KILOMETRES = 10;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /// The way.
  public abstract Link link();

  /// The word for it.
  public String label() {
    return label;
  }

  /// The one of that word.
  public static Optional<Preset> ofLabel(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }
}
