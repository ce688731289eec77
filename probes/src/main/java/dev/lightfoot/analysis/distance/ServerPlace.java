package dev.lightfoot.analysis.distance;

/// Where a server is, and who says so.
///
/// @param word the header field or the part of the host name that says so; empty where the person
///   does
public record ServerPlace(Place place, Source source, String word) {
  /// Who says where a server is.
  public enum Source {
    PERSON,
    /// A content delivery network, in a header field of its own.
    HEADER,
    /// A region's code in the host's name: inferred, for nobody holds a name to it.
    HOST_NAME
  }
}
