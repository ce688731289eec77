package dev.lightfoot.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A document that is read from its beginning to its end. Each method reads the value at the
/// present place, or fails with that place.
///
/// @param <X> what a document that cannot be read fails with
public interface DocumentSource<X extends Exception> {
  String text() throws X;

  /// A whole number of 64 bits.
  long number() throws X;

  /// A number with a fraction, finite.
  double decimal() throws X;

  boolean flag() throws X;

  <V> List<V> list(Kind<V> element) throws X;

  /// A record. Members that its shape does not know are kept.
  <T> T part(Shape<T> shape) throws X;

  /// Texts whose names are data.
  Map<String, String> texts() throws X;

  /// Whether the present value is a text.
  boolean isText();

  /// Reads the present value; where nothing is known of it, the document keeps it as it stands.
  <V> Optional<V> knownElseKept(Reading<V> reading) throws X;

  /// Reads a value; empty where nothing is known of it.
  interface Reading<V> {
    <Y extends Exception> Optional<V> read(DocumentSource<Y> in) throws Y;
  }

  /// The failure to throw where the value at the present place is not what is expected.
  X refused(String sentence);
}
