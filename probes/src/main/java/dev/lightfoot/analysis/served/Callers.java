package dev.lightfoot.analysis.served;

import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Requests by the layers that they call: most entries of a log call nothing, and no rule about
/// calls has to look at them.
final class Callers {
  private final List<ServedRequest> any = new ArrayList<>();
  private final Map<Layer, List<ServedRequest>> layers = new EnumMap<>(Layer.class);

  Callers(List<ServedRequest> requests, Blindness blindness) {
    for (ServedRequest request : requests) {
      boolean unseen = blindness.ofCache(request.service()).isPresent();
      if (unseen || !request.calls().isEmpty()) {
        add(request, unseen);
      }
    }
  }

  private void add(ServedRequest request, boolean unseenCache) {
    Set<Layer> called = EnumSet.noneOf(Layer.class);
    for (Call call : request.calls()) {
      called.add(call.layer());
    }
    if (!called.isEmpty()) {
      any.add(request);
    }
    if (unseenCache) {
      called.add(Layer.CACHE);
    }
    for (Layer layer : called) {
      layers.computeIfAbsent(layer, _ -> new ArrayList<>()).add(request);
    }
  }

  List<ServedRequest> any() {
    return any;
  }

  List<ServedRequest> of(Layer layer) {
    return layers.getOrDefault(layer, List.of());
  }
}
