package dev.lightfoot.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Where and with what a snapshot was taken.
///
/// @param lightfoot version of this program
/// @param os operating system, version and architecture
/// @param java version of the Java runtime
/// @param resolver the resolver asked: its address, its DoH URL or `system`
/// @param proxy the proxy that the first request went through, without user and password
/// @param place where the measurement was made, in the person's words
/// @param serverPlace where the target's server stands, in the person's words
/// @param warnings sentences about what limits the measurement
public record Environment(
    String lightfoot,
    String os,
    String java,
    String resolver,
    Optional<String> proxy,
    Optional<String> place,
    Optional<String> serverPlace,
    List<String> warnings) {
  /// Of what another program measured: its file says little of where and with what.
  public static final Environment UNKNOWN =
      new Environment(
          "", "", "", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public Environment {
    warnings = List.copyOf(warnings);
  }

  /// The same with more warnings.
  public Environment warning(Collection<String> more) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new Environment(lightfoot, os, java, resolver, proxy, place, serverPlace, all);
  }

  /// The same at another place.
  public Environment at(Optional<String> otherPlace) {
    return new Environment(lightfoot, os, java, resolver, proxy, otherPlace, serverPlace, warnings);
  }

  /// The same against a server at that place.
  public Environment servedFrom(Optional<String> otherPlace) {
    return new Environment(lightfoot, os, java, resolver, proxy, place, otherPlace, warnings);
  }
}
