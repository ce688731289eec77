package dev.lightfoot.model.span;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// What is known of a span beyond its times: names after OpenTelemetry's semantic conventions (see
/// [AttributeNames]) and values as text, in the order in which they were given. Kept as one flat
/// list, for there are millions of them.
public final class Attributes {
  /// None.
  public static final Attributes NONE = new Attributes(new String[0]);

  private final String[] flat;

  private Attributes(String[] flat) {
    this.flat = flat;
  }

  /// Name, value, name, value; where a name comes twice, the last counts.
  ///
  /// @throws IllegalArgumentException where a value is missing
  public static Attributes of(String... namesAndValues) {
    Builder builder = builder();
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("each name needs a value");
    }
    for (int i = 0; i < namesAndValues.length; i += 2) {
      builder.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return builder.build();
  }

  /// Those of a map, by name.
  public static Attributes of(Map<String, String> map) {
    Builder builder = builder();
    new TreeMap<>(map).forEach(builder::put);
    return builder.build();
  }

  /// Name, value, name, value, with no name twice; the array is kept.
  public static Attributes ofDistinct(String[] namesAndValues) {
    return namesAndValues.length == 0 ? NONE : new Attributes(namesAndValues);
  }

  public static Builder builder() {
    return new Builder();
  }

  /// The value of that name.
  public Optional<String> get(String name) {
    for (int i = 0; i < flat.length; i += 2) {
      if (flat[i].equals(name)) {
        return Optional.of(flat[i + 1]);
      }
    }
    return Optional.empty();
  }

  /// The value of that name where it is a whole number.
  public OptionalLong number(String name) {
    Optional<String> text = get(name);
    try {
      return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /// How many there are.
  public int size() {
    return flat.length / 2;
  }

  /// The value at that place, 0 on.
  public String value(int place) {
    return flat[2 * place + 1];
  }

  /// The name at that place, 0 on.
  public String name(int place) {
    return flat[2 * place];
  }

  /// Whether the others have the same names in the same order.
  public boolean hasNamesOf(Attributes others) {
    if (flat.length != others.flat.length) {
      return false;
    }
    for (int i = 0; i < flat.length; i += 2) {
      if (!flat[i].equals(others.flat[i])) {
        return false;
      }
    }
    return true;
  }

  public void forEach(BiConsumer<String, String> each) {
    for (int i = 0; i < flat.length; i += 2) {
      each.accept(flat[i], flat[i + 1]);
    }
  }

  /// By name.
  public Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    forEach(map::put);
    return map;
  }

  /// These and one more, which takes the place of one of the same name.
  public Attributes with(String name, String value) {
    int at = 0;
    while (at < flat.length && !flat[at].equals(name)) {
      at += 2;
    }
    String[] more = Arrays.copyOf(flat, Math.max(flat.length, at + 2));
    more[at] = name;
    more[at + 1] = value;
    return new Attributes(more);
  }

  /// Equal where names and values are, in whatever order.
  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that
        && (Arrays.equals(flat, that.flat) || toMap().equals(that.toMap()));
  }

  @Override
  public int hashCode() {
    return toMap().hashCode();
  }

  @Override
  public String toString() {
    return toMap().toString();
  }

  /// Collects attributes.
  public static final class Builder {
    private String[] flat = new String[24];
    private int size;

    private Builder() {}

    /// Takes the place of an earlier value of the same name.
    public Builder put(String name, String value) {
      for (int i = 0; i < size; i += 2) {
        if (flat[i].equals(name)) {
          flat[i + 1] = value;
          return this;
        }
      }
      return add(name, value);
    }

    public Builder put(String name, long value) {
      return put(name, Long.toString(value));
    }

    /// For names that the caller knows to be new: does not look for an earlier one.
    public Builder add(String name, String value) {
      if (size == flat.length) {
        flat = Arrays.copyOf(flat, size * 2);
      }
      flat[size++] = name;
      flat[size++] = value;
      return this;
    }

    public Attributes build() {
      return size == 0 ? NONE : new Attributes(Arrays.copyOf(flat, size));
    }

    /// Starts over, to be used for the next span.
    public Builder clear() {
      size = 0;
      return this;
    }
  }
}
