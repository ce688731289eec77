package dev.lightfoot.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What the value of a member is: how it is read, checked, written and redacted, and what a schema
/// says of it.
///
/// @param <V> the value in the record
public interface Kind<V> {
  <X extends Exception> V read(DocumentSource<X> in) throws X;

  void write(V value, DocumentSink out);

  /// The kind that writes the same: what only reading, redacting or a schema asks for costs a call
  /// each, and there are hundreds of thousands of values.
  default Kind<V> written() {
    return this;
  }

  /// The value without its secrets. Not asked of a kind that is neither harmless nor shows a mark.
  V redact(V value, Redaction redaction);

  /// Whether redaction leaves every value as it is.
  boolean isHarmless();

  /// Whether a value of this kind can show that something was taken out of it. One that cannot, and
  /// is not harmless, is left out as a whole.
  boolean showsMark();

  /// The keywords of JSON Schema (2020-12). In the place of a reference's text stands the [Shape].
  Map<String, Object> schema();

  /// Text of which nothing is declared.
  static Text text() {
    return new Text(Sensitivity.UNDECLARED);
  }

  /// A whole number that is not declared harmless.
  static Whole number() {
    return new Whole(false);
  }

  /// A number with a fraction that is not declared harmless.
  static Decimal decimal() {
    return new Decimal(false);
  }

  /// Yes or no, not declared harmless.
  static Flag flag() {
    return new Flag(false);
  }

  /// Texts whose names are data: what they hold is not known beforehand.
  static Kind<Map<String, String>> texts() {
    return new Texts();
  }

  /// A record within the record. The supplier lets shapes refer to each other in a circle.
  static <T> Kind<T> part(Supplier<Shape<T>> shape) {
    return new Nested<>(shape);
  }

  /// A record that old documents hold as a text, and newer ones in ways that this version may not
  /// know.
  ///
  /// @param shape what it makes is empty where it does not know what it read
  /// @param text what old documents hold
  /// @param old what their text means
  static <T> Kind<Optional<T>> evolving(
      Supplier<Shape<Optional<T>>> shape, Kind<String> text, Function<String, Optional<T>> old) {
    return new Evolving<>(part(shape), text, old);
  }

  /// A list of such values.
  default Kind<List<V>> list() {
    return new Listed<>(this);
  }

  /// The same in the document, something else in the record; every value fits.
  default <W> Kind<W> as(Function<V, W> there, Function<W, V> back) {
    return new Converted<>(this, value -> Optional.of(there.apply(value)), back, Optional.empty());
  }

  /// The same in the document, something else in the record.
  ///
  /// @param refusal what is said of a value that there is nothing for
  default <W> Kind<W> parsed(Function<V, Optional<W>> parse, Function<W, V> print, String refusal) {
    return new Converted<>(this, parse, print, Optional.of(refusal));
  }

  /// Only values that fit.
  ///
  /// @param refusal what is said of one that does not
  default Kind<V> checked(Predicate<V> fits, String refusal) {
    return new Checked<>(this, fits, refusal);
  }

  /// The same with a way of its own to be redacted.
  default Kind<V> cleaned(BiFunction<Redaction, V, V> clean) {
    return new Cleaned<>(this, clean);
  }

  /// The same with a further keyword for its schema: what writers keep to. Readers do not look.
  default Kind<V> promise(String keyword, Object value) {
    return new Promised<>(this, keyword, value);
  }
}
