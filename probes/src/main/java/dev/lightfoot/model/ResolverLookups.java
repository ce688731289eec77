package dev.lightfoot.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/// What one resolver made of one host, several times.
///
/// @param host the name asked for
/// @param resolver its address, its DoH URL, or `system`
/// @param lookups in the order made, in turn with the other resolvers
/// @param facts what it says of the host beside its addresses; empty where it answered nothing
public record ResolverLookups(
    String host, String resolver, List<Lookup> lookups, Optional<HostFacts> facts) {
  public ResolverLookups {
    lookups = List.copyOf(lookups);
  }

  /// Those that were answered.
  public List<Lookup> answered() {
    return lookups.stream().filter(Lookup::answered).toList();
  }

  /// The middle of the answered ones' times; the mean of two where their number is even.
  public OptionalLong medianNanos() {
    long[] sorted = answered().stream().mapToLong(Lookup::durationNanos).sorted().toArray();
    if (sorted.length == 0) {
      return OptionalLong.empty();
    }
    int middle = sorted.length / 2;
    return OptionalLong.of(
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }

  public OptionalLong minNanos() {
    return answered().stream().mapToLong(Lookup::durationNanos).min();
  }

  public OptionalLong maxNanos() {
    return answered().stream().mapToLong(Lookup::durationNanos).max();
  }

  /// Every address that any lookup gave, sorted: servers that take turns look the same so.
  public List<String> addresses() {
    TreeSet<String> all = new TreeSet<>();
    lookups.forEach(lookup -> all.addAll(lookup.addresses()));
    return List.copyOf(all);
  }

  /// The newest answered lookup, else the newest.
  public Optional<Lookup> newest() {
    List<Lookup> answered = answered();
    return answered.isEmpty()
        ? lookups.stream().reduce((a, b) -> b)
        : Optional.of(answered.getLast());
  }
}
