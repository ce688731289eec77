package dev.lightfoot.shape;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One member of a [Shape].
///
/// @param <T> the record
/// @param <V> the member's value
public final class Member<T, V> {
  private final int index;
  private final String name;
  private final Kind<V> kind;
  private final Kind<V> written;
  private final Function<T, V> value;
  private final Presence presence;
  private final @Nullable V absent;
  private Origin origin = Origin.STORED;
  private Optional<String> description = Optional.empty();

  private enum Origin {
    STORED,
    DERIVED,
    DERIVED_ELSE_KEPT
  }

  Member(int index, Declared<T, V> declared, Presence presence, @Nullable V absent) {
    this.index = index;
    this.name = declared.name();
    this.kind = declared.kind();
    this.written = kind.written();
    this.value = declared.value();
    this.presence = presence;
    this.absent = absent;
  }

  /// What every member is declared with.
  record Declared<T, V>(String name, Kind<V> kind, Function<T, V> value) {}

  /// Says in the schema what the member is.
  public Member<T, V> says(String text) {
    description = Optional.of(text);
    return this;
  }

  /// It follows from other members: written for readers without our rules, never read.
  public Member<T, V> derived() {
    origin = Origin.DERIVED;
    return this;
  }

  /// It follows from other members, as long as they are there. Where they are not, what was read is
  /// kept as if it were an unknown member.
  public Member<T, V> derivedElseKept() {
    origin = Origin.DERIVED_ELSE_KEPT;
    return this;
  }

  public String name() {
    return name;
  }

  public Kind<V> kind() {
    return kind;
  }

  public Optional<String> description() {
    return description;
  }

  /// Whether it follows from other members.
  public boolean isDerived() {
    return origin != Origin.STORED;
  }

  /// Whether what was read of it is kept where it does not follow.
  public boolean isKept() {
    return origin == Origin.DERIVED_ELSE_KEPT;
  }

  /// Whether the record has something to say of it.
  public boolean isPresent(T record) {
    return !value.apply(record).equals(absent);
  }

  /// Whether a reader refuses a record without it.
  public boolean isRequired() {
    return presence == Presence.REQUIRED && !isDerived();
  }

  /// Whether every document that we write has it.
  public boolean isExpected() {
    return isRequired() || presence == Presence.EXPECTED;
  }

  /// Whether it may have nothing to say.
  public boolean isOptional() {
    return presence == Presence.NULL || presence == Presence.LEFT_OUT;
  }

  V value(T record) {
    return value.apply(record);
  }

  int index() {
    return index;
  }

  @Nullable V absent() {
    return absent;
  }

  void write(T record, DocumentSink out) {
    V present = value.apply(record);
    boolean nothing = !presence.always && present.equals(absent);
    if (nothing && presence == Presence.NULL) {
      if (!out.isKept(name)) {
        out.name(name);
        out.nothing();
      }
    } else if (!nothing || (presence == Presence.IMPLIED && out.keeps(name))) {
      out.name(name);
      written.write(present, out);
    }
  }

  @Nullable V redacted(T record, Redaction redaction) {
    V present = value.apply(record);
    if (kind.isHarmless() || present.equals(absent)) {
      return present;
    }
    return kind.showsMark() ? kind.redact(present, redaction) : absent;
  }
}
