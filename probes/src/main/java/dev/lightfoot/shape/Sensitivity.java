package dev.lightfoot.shape;

/// What text may hold that must not leave the owner's store. What redaction does with each is
/// decided by the [Redaction].
public enum Sensitivity {
  /// Not declared, so it is hidden.
  UNDECLARED,
  /// Nothing secret: words of a fixed vocabulary, names, addresses.
  HARMLESS,
  /// Whatever a person or a peer wrote, URLs among it: secrets are looked for in it.
  FREE_TEXT,
  /// The name of an operation, which may be a statement with its values.
  STATEMENT
}
