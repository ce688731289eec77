package dev.lightfoot.shape;

import org.jspecify.annotations.Nullable;

/// What was read of one record, member by member.
///
/// @param <T> the record
public final class Values<T> {
  private final @Nullable Object[] slots;

  Values(int size) {
    slots = new Object[size];
  }

  /// The member's value; where it was not read, what that means.
  ///
  /// @throws Missing where the record cannot be without
  public <V> V get(Member<T, V> member) throws Missing {
    V absent = member.absent();
    return absent == null || slots[member.index()] != null ? need(member) : absent;
  }

  /// The member's value, which must have been read.
  public <V> V need(Member<T, V> member) throws Missing {
    Object value = slots[member.index()];
    if (value == null) {
      throw new Missing(member.name());
    }
    // Only a member of this type writes its slot.
    @SuppressWarnings("unchecked")
    V typed = (V) value;
    return typed;
  }

  /// Reads the member at the present place of the source.
  public <V, X extends Exception> void read(Member<T, V> member, DocumentSource<X> in) throws X {
    slots[member.index()] = member.kind().read(in);
  }

  <V> void redact(Member<T, V> member, T record, Redaction redaction) {
    slots[member.index()] = member.redacted(record, redaction);
  }
}
