package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ServerCall;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Which calls behind the target are meant.
public interface Calls {
  boolean holds(ServerCall call);

  /// Changes those of which the floor is known.
  default boolean edit(Job job, Consumer<ServerCall> edit) {
    List<ServerCall> found = new ArrayList<>();
    job.server()
        .each(
            call -> {
              if (call.trips() > 0 && call.rttNanos().isPresent() && holds(call)) {
                found.add(call);
              }
            });
    found.forEach(edit);
    return !found.isEmpty();
  }

  /// All of that exchange, in the order of time.
  default List<ServerCall> in(Job job) {
    List<ServerCall> found = new ArrayList<>();
    job.server()
        .each(
            call -> {
              if (call.trips() > 0 && holds(call)) {
                found.add(call);
              }
            });
    return found;
  }

  /// Those of a layer.
  record OfLayer(Layer layer) implements Calls {
    @Override
    public boolean holds(ServerCall call) {
      return call.layer() == layer;
    }
  }

  /// Those to a machine.
  record OfPeer(String name) implements Calls {
    @Override
    public boolean holds(ServerCall call) {
      Optional<String> peer =
          call.placed()
              .peer()
              .flatMap(
                  it ->
                      switch (it) {
                        case Peer.Named(String named) -> Optional.of(named);
                        case Peer.DataStore(String _, Optional<String> address) -> address;
                        default -> Optional.empty();
                      });
      return peer.filter(
              it ->
                  it.equalsIgnoreCase(name)
                      || it.replaceFirst(":[0-9]+$", "").equalsIgnoreCase(name))
          .isPresent();
    }
  }

  /// Those whose statement, key or name holds a text.
  record OfText(String text) implements Calls {
    @Override
    public boolean holds(ServerCall call) {
      return call.text().holds(text);
    }
  }

  /// Those of some findings.
  record OfNames(Set<String> names) implements Calls {
    public OfNames {
      names = Set.copyOf(names);
    }

    @Override
    public boolean holds(ServerCall call) {
      return names.contains(call.text().name());
    }
  }

  /// Those that are meant by that text: the calls of a finding, or those that can be found under
  /// it.
  static Calls meant(String text, Fingerprints known) {
    return known.names(text).<Calls>map(OfNames::new).orElseGet(() -> new OfText(text));
  }
}
