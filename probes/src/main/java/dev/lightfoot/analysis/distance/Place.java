package dev.lightfoot.analysis.distance;

/// Somewhere with a name.
///
/// @param name of the city, of the city that an airport serves, or of where a cloud region stands;
///   as it was written for a point
/// @param country ISO 3166 code of two letters; empty for a point
/// @param code IATA code of an airport or a city, or a provider's of its region; empty where there
///   is none
/// @param provider who calls a region so; empty for all else
public record Place(
    Kind kind, String name, String country, Coordinates at, String code, String provider) {
  /// What is named.
  public enum Kind {
    CITY,
    AIRPORT,
    REGION,
    /// Latitude and longitude alone.
    POINT
  }

  /// Along the great circle, in kilometres.
  public double kilometresTo(Place other) {
    return at.kilometresTo(other.at);
  }
}
