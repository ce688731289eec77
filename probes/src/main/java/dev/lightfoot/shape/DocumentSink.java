package dev.lightfoot.shape;

import java.util.List;
import java.util.Map;

/// A document that is being written. Within a record each value follows its name.
public interface DocumentSink {
  void name(String name);

  /// Null.
  void nothing();

  void text(String value);

  void number(long value);

  /// A finite number with a fraction.
  void decimal(double value);

  void flag(boolean value);

  <V> void list(List<V> values, Kind<V> element);

  <T> void part(T record, Shape<T> shape);

  /// Texts whose names are data.
  void texts(Map<String, String> values);

  /// Whether the member of that name is one that the document keeps as it stood.
  boolean isKept(String name);

  /// Whether members that this version does not know belong into the member of that name.
  boolean keeps(String name);
}
