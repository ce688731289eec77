package dev.lightfoot.analysis.distance;

/// A point on the earth.
///
/// @param latitude degrees north of the equator, −90 to 90
/// @param longitude degrees east of Greenwich, −180 to 180
public record Coordinates(double latitude, double longitude) {
  /// The mean radius of the earth (IUGG).
  private static final double EARTH_KILOMETRES = 6_371.0088;

  public Coordinates {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("not on the earth: " + latitude + ", " + longitude);
    }
  }

  /// Along the great circle, in kilometres, on a round earth: up to 0.5 % from the way on the
  /// ellipsoid.
  public double kilometresTo(Coordinates other) {
    double north = Math.toRadians(latitude);
    double otherNorth = Math.toRadians(other.latitude);
    double up = Math.sin((otherNorth - north) / 2);
    double along = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double haversine = up * up + Math.cos(north) * Math.cos(otherNorth) * along * along;
    return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }
}
