package dev.lightfoot.codec.semconv;

import dev.lightfoot.model.span.Attributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Attributes while a span is being read: names and values in the order of their coming, each name
/// once. Made to be cleared and used again; of ten thousand attributes as quick as of ten.
public final class AttributeList {
  private static final String[] NOTHING = {};
  private static final int FEW = 64;

  private String[] flat = NOTHING;
  private int length;

  /// One bit per name seen: most names are known to be new without a search.
  private long marks;

  private @Nullable Map<String, Integer> places;

  /// Takes the place of an earlier value of the same name.
  public void put(String name, String value) {
    int at = find(name);
    if (at >= 0) {
      flat[at + 1] = value;
    } else {
      add(name, value);
    }
  }

  /// Leaves an earlier value of the same name.
  public void putIfAbsent(String name, String value) {
    if (find(name) < 0) {
      add(name, value);
    }
  }

  /// Those of the other list whose names are not here.
  public void putAbsent(AttributeList others) {
    for (int i = 0; i < others.length; i += 2) {
      putIfAbsent(others.flat[i], others.flat[i + 1]);
    }
  }

  /// The value of that name.
  public @Nullable String get(String name) {
    int at = find(name);
    return at < 0 ? null : flat[at + 1];
  }

  public boolean has(String name) {
    return find(name) >= 0;
  }

  /// The value of that name, which is then gone.
  public @Nullable String take(String name) {
    int at = find(name);
    if (at < 0) {
      return null;
    }
    String value = flat[at + 1];
    System.arraycopy(flat, at + 2, flat, at, length - at - 2);
    length -= 2;
    if (places != null) {
      index();
    }
    return value;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  public void clear() {
    length = 0;
    marks = 0;
    places = null;
  }

  public void forEach(BiConsumer<String, String> each) {
    for (int i = 0; i < length; i += 2) {
      each.accept(flat[i], flat[i + 1]);
    }
  }

  /// What is here now.
  public Attributes toAttributes() {
    return Attributes.ofDistinct(Arrays.copyOf(flat, length));
  }

  private void add(String name, String value) {
    if (length == flat.length) {
      flat = Arrays.copyOf(flat, Math.max(16, length * 2));
    }
    flat[length] = name;
    flat[length + 1] = value;
    length += 2;
    marks |= mark(name);
    if (places != null) {
      places.put(name, length - 2);
    } else if (length > 2 * FEW) {
      index();
    }
  }

  private void index() {
    places = HashMap.newHashMap(length);
    for (int i = 0; i < length; i += 2) {
      places.put(flat[i], i);
    }
  }

  private int find(String name) {
    if ((marks & mark(name)) == 0) {
      return -1;
    }
    if (places != null) {
      return places.getOrDefault(name, -1);
    }
    for (int i = 0; i < length; i += 2) {
      if (flat[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static long mark(String name) {
    int hash = name.hashCode() * 0x9E3779B9;
    return 1L << (hash >>> 26);
  }
}
