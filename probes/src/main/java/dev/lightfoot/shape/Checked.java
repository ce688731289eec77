package dev.lightfoot.shape;

import java.util.function.Predicate;

/// A value of another kind that must fit.
///
/// @param refusal what is said of one that does not
record Checked<V>(Kind<V> kind, Predicate<V> fits, String refusal) implements Refined<V> {
  @Override
  public <X extends Exception> V read(DocumentSource<X> in) throws X {
    V value = kind.read(in);
    if (!fits.test(value)) {
      throw in.refused(refusal);
    }
    return value;
  }

  @Override
  public boolean showsMark() {
    return false;
  }
}
