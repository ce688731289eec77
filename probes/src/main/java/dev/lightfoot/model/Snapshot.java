package dev.lightfoot.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is saved, compared and shared: the runs against one target.
///
/// @param id 26 characters of lower-case base32, unique and sorted by time
/// @param name the person's name for it; empty until it is saved
/// @param target absolute URL asked for, with its userinfo removed
/// @param takenAt start of the first run
/// @param environment where and with what
/// @param runs in the order made
/// @param hosts what DNS says of the hosts of these runs beside their addresses
/// @param annotation what the person wrote on it
/// @param unknown members of a newer version's file that this version does not know, as JSON text
///   by JSON Pointer (RFC 6901); kept and written back
public record Snapshot(
    String id,
    Optional<String> name,
    String target,
    OffsetDateTime takenAt,
    Environment environment,
    List<Run> runs,
    List<HostFacts> hosts,
    Annotation annotation,
    Map<String, String> unknown) {
  public Snapshot {
    runs = List.copyOf(runs);
    hosts = List.copyOf(hosts);
    unknown = Map.copyOf(unknown);
  }

  /// A snapshot without facts about its hosts.
  public Snapshot(
      String id,
      Optional<String> name,
      String target,
      OffsetDateTime takenAt,
      Environment environment,
      List<Run> runs,
      Map<String, String> unknown) {
    this(id, name, target, takenAt, environment, runs, List.of(), unknown);
  }

  /// A snapshot on which nothing is written yet.
  public Snapshot(
      String id,
      Optional<String> name,
      String target,
      OffsetDateTime takenAt,
      Environment environment,
      List<Run> runs,
      List<HostFacts> hosts,
      Map<String, String> unknown) {
    this(id, name, target, takenAt, environment, runs, hosts, Annotation.NONE, unknown);
  }

  /// The same snapshot under another name.
  public Snapshot named(String newName) {
    return new Snapshot(
        id, Optional.of(newName), target, takenAt, environment, runs, hosts, annotation, unknown);
  }

  /// The same with other runs.
  public Snapshot with(List<Run> otherRuns) {
    return new Snapshot(
        id, name, target, takenAt, environment, otherRuns, hosts, annotation, unknown);
  }

  /// The same with those members of a newer version.
  public Snapshot keeping(Map<String, String> otherUnknown) {
    return new Snapshot(
        id, name, target, takenAt, environment, runs, hosts, annotation, otherUnknown);
  }

  /// The same in another environment.
  public Snapshot with(Environment other) {
    return new Snapshot(id, name, target, takenAt, other, runs, hosts, annotation, unknown);
  }

  /// The same with that written on it.
  public Snapshot with(Annotation other) {
    return new Snapshot(id, name, target, takenAt, environment, runs, hosts, other, unknown);
  }

  /// The runs of that state.
  public List<Run> runs(RunState state) {
    return runs.stream().filter(run -> run.state() == state).toList();
  }
}
