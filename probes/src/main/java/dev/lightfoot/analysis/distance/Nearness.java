package dev.lightfoot.analysis.distance;

import java.util.Locale;

/// Where a machine behind a server stands, as seen from whoever calls it: what the smallest round
/// trip to it is typical of. The steps are those by which findings speak of far databases.
public enum Nearness {
  /// Told by its address: no round trip tells it from the same rack.
  SAME_HOST,
  /// Up to 0.1 ms.
  SAME_RACK,
  /// Up to 0.5 ms.
  SAME_ZONE,
  /// Up to 2 ms: another zone of the region.
  SAME_REGION,
  /// Up to 10 ms.
  OTHER_ZONE_OR_REGION,
  /// Up to 50 ms.
  OTHER_REGION,
  OTHER_CONTINENT;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /// A word for it.
  public String label() {
    return label;
  }

  /// That of a machine to which the smallest round trip takes so long.
  public static Nearness of(long floorNanos) {
    if (floorNanos <= 500_000) {
      return floorNanos <= 100_000 ? SAME_RACK : SAME_ZONE;
    }
    if (floorNanos <= 10_000_000) {
      return floorNanos <= 2_000_000 ? SAME_REGION : OTHER_ZONE_OR_REGION;
    }
    return floorNanos <= 50_000_000 ? OTHER_REGION : OTHER_CONTINENT;
  }
}
