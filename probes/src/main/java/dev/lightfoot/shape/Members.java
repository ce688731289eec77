package dev.lightfoot.shape;

import dev.lightfoot.shape.Member.Declared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Declares the members of a [Shape] in the order in which they are written.
///
/// @param <T> the record
public final class Members<T> {
  private final List<Member<T, ?>> declared = new ArrayList<>();
  private final Map<String, List<Member<T, ?>>> needed = new LinkedHashMap<>();
  private final Map<String, List<Member<T, ?>>> possible = new LinkedHashMap<>();
  private Optional<Member<T, String>> tag = Optional.empty();

  Members() {}

  /// A member that must be there.
  public <V> Member<T, V> required(String name, Kind<V> kind, Function<T, V> value) {
    return add(new Declared<>(name, kind, value), Presence.REQUIRED, null);
  }

  /// A list that is always written. A file from elsewhere may do without: then it is empty.
  public <E> Member<T, List<E>> expected(
      String name, Kind<List<E>> kind, Function<T, List<E>> value) {
    return add(new Declared<>(name, kind, value), Presence.EXPECTED, List.of());
  }

  /// A member that is always written.
  ///
  /// @param usual its value where it was not read
  public <V> Member<T, V> usual(String name, Kind<V> kind, Function<T, V> value, V usual) {
    return add(new Declared<>(name, kind, value), Presence.USUAL, usual);
  }

  /// A member that is left out where it has its usual value.
  public <V> Member<T, V> implied(String name, Kind<V> kind, Function<T, V> value, V usual) {
    return add(new Declared<>(name, kind, value), Presence.IMPLIED, usual);
  }

  /// A member that is null where there is nothing.
  public <V> Member<T, Optional<V>> orNull(
      String name, Kind<V> kind, Function<T, Optional<V>> value) {
    Kind<Optional<V>> optional = kind.as(Optional::of, Optional::orElseThrow);
    return add(new Declared<>(name, optional, value), Presence.NULL, Optional.empty());
  }

  /// A member that is null where there is nothing, unless the document keeps what it has there.
  public <V> Member<T, Optional<V>> knownOrNull(
      String name, Kind<Optional<V>> kind, Function<T, Optional<V>> value) {
    return add(new Declared<>(name, kind, value), Presence.NULL, Optional.empty());
  }

  /// A number that is null where there is nothing.
  public Member<T, OptionalInt> intOrNull(
      String name, Kind<Integer> kind, Function<T, OptionalInt> value) {
    return add(new Declared<>(name, ints(kind), value), Presence.NULL, OptionalInt.empty());
  }

  /// A member that is left out where there is nothing.
  public <V> Member<T, Optional<V>> ifAny(
      String name, Kind<V> kind, Function<T, Optional<V>> value) {
    Kind<Optional<V>> optional = kind.as(Optional::of, Optional::orElseThrow);
    return add(new Declared<>(name, optional, value), Presence.LEFT_OUT, Optional.empty());
  }

  /// A number that is left out where there is nothing.
  public Member<T, OptionalInt> intIfAny(
      String name, Kind<Integer> kind, Function<T, OptionalInt> value) {
    return add(new Declared<>(name, ints(kind), value), Presence.LEFT_OUT, OptionalInt.empty());
  }

  /// A number that is left out where there is nothing.
  public Member<T, OptionalLong> longIfAny(
      String name, Kind<Long> kind, Function<T, OptionalLong> value) {
    Kind<OptionalLong> optional = kind.as(OptionalLong::of, OptionalLong::orElseThrow);
    return add(new Declared<>(name, optional, value), Presence.LEFT_OUT, OptionalLong.empty());
  }

  /// A number with a fraction that is left out where there is nothing.
  public Member<T, OptionalDouble> decimalIfAny(
      String name, Kind<Double> kind, Function<T, OptionalDouble> value) {
    Kind<OptionalDouble> optional = kind.as(OptionalDouble::of, OptionalDouble::orElseThrow);
    return add(new Declared<>(name, optional, value), Presence.LEFT_OUT, OptionalDouble.empty());
  }

  /// A record in which that member has that value has these members and no others.
  ///
  /// @param others the members that it needs
  /// @param further the members that it can do without
  public void when(
      Member<T, String> member,
      String value,
      List<Member<T, ?>> others,
      List<Member<T, ?>> further) {
    tag = Optional.of(member);
    needed.put(value, others);
    possible.put(value, further);
  }

  List<Member<T, ?>> declared() {
    return declared;
  }

  Optional<Member<T, String>> tag() {
    return tag;
  }

  Map<String, List<Member<T, ?>>> needed() {
    return needed;
  }

  /// The members that are written, by the value of the tag.
  Map<String, List<Member<T, ?>>> written() {
    Map<String, List<Member<T, ?>>> written = new HashMap<>();
    for (String value : needed.keySet()) {
      Set<Member<T, ?>> all = new HashSet<>(needed.get(value));
      all.addAll(possible.getOrDefault(value, List.of()));
      tag.ifPresent(all::add);
      written.put(value, declared.stream().filter(all::contains).toList());
    }
    return written;
  }

  private static Kind<OptionalInt> ints(Kind<Integer> kind) {
    return kind.as(OptionalInt::of, OptionalInt::orElseThrow);
  }

  private <V> Member<T, V> add(Declared<T, V> member, Presence presence, @Nullable V absent) {
    Kind<V> kind = member.kind();
    boolean canBeLeftOut = presence == Presence.NULL || presence == Presence.LEFT_OUT;
    if (!kind.isHarmless() && !kind.showsMark() && !canBeLeftOut) {
      throw new IllegalStateException(
          "the member "
              + member.name()
              + " cannot be hidden: declare it harmless, or let it be absent");
    }
    Member<T, V> added = new Member<>(declared.size(), member, presence, absent);
    declared.add(added);
    return added;
  }
}
