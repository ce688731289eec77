package dev.lightfoot.analysis.compare.match;

/// Why a request of A and one of B are taken for the same.
public enum MatchedBy {
  SAME_URL("same-url"),
  /// But for the hash that a build puts into names.
  HASH_IGNORED("hash-ignored"),
  /// But for the host, or a number in it.
  HOST_IGNORED("host-ignored"),
  /// The same kind at the same place among those that nothing else matches.
  POSITION("position"),
  /// Only B asks for it.
  ADDED("added"),
  /// Only A asks for it.
  REMOVED("removed");

  private final String label;

  MatchedBy(String label) {
    this.label = label;
  }

  /// Its name in documents.
  public String label() {
    return label;
  }
}
