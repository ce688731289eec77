package dev.lightfoot.model;

/// One header field line (RFC 9110 section 5). Names compare without regard to case.
public record Header(String name, String value) {

  /// Whether this line has that name.
  public boolean named(String other) {
    return name.equalsIgnoreCase(other);
  }
}
