package dev.lightfoot.analysis.place;

import dev.lightfoot.analysis.distance.Place;
import dev.lightfoot.analysis.distance.Places;
import dev.lightfoot.analysis.distance.RegionWords;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The regions in which callers and called say that they are. Made for one judgement.
final class Regions {
  private static final String REGION = "cloud.region";
  private static final String ZONE = "cloud.availability_zone";

  /// The letter or number of a zone behind its region's code.
  private static final Pattern OF_ZONE = Pattern.compile("^(.*?\\d)(?:-?[a-f]|-\\d)?$");

  /// Short for a region, as in `cache-use1.example`.
  private static final Pattern SHORT =
      Pattern.compile(
          "(?:^|[.-])(us|eu|ap|sa|ca|me|af)(n|s|e|w|c|ne|se|nw|sw)([1-9])[a-f]?(?=[.-]|$)");

  private static final Map<String, String> DIRECTIONS =
      Map.of(
          "n",
          "north",
          "s",
          "south",
          "e",
          "east",
          "w",
          "west",
          "c",
          "central",
          "ne",
          "northeast",
          "se",
          "southeast",
          "nw",
          "northwest",
          "sw",
          "southwest");

  private final Map<String, Optional<String>> hosts = new HashMap<>();

  /// Two of them.
  record Apart(String caller, String called) {}

  /// The regions of both sides where they are known and differ.
  Optional<Apart> apart(ServedRequest request, Call call) {
    Optional<String> called = called(request, call);
    if (called.isEmpty()) {
      return Optional.empty();
    }
    return caller(request, call)
        .filter(own -> !own.equals(called.get()))
        .map(own -> new Apart(own, called.get()));
  }

  /// Whether both are known.
  boolean known(ServedRequest request, Call call) {
    return called(request, call).isPresent() && caller(request, call).isPresent();
  }

  private static Optional<String> caller(ServedRequest request, Call call) {
    return stated(call.span().attributes())
        .or(() -> request.span().flatMap(span -> stated(span.attributes())));
  }

  /// What the called itself recorded, or the name of its host.
  private Optional<String> called(ServedRequest request, Call call) {
    SpanTree tree = request.tree();
    for (int i = call.position() + 1; i < tree.end(call.position()); i++) {
      Span below = tree.span(i);
      if (tree.parent(i) == call.position() && isOther(below, call.span())) {
        Optional<String> region = stated(below.attributes());
        if (region.isPresent()) {
          return region;
        }
      }
    }
    return call.span()
        .attributes()
        .get(AttributeNames.SERVER_ADDRESS)
        .flatMap(host -> hosts.computeIfAbsent(host, Regions::named));
  }

  private static Optional<String> named(String host) {
    if (host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
      return Optional.empty(); // an address speaks of no place
    }
    Optional<String> code = RegionWords.in(host).map(Place::code);
    if (code.isPresent()) {
      return code;
    }
    Matcher word = SHORT.matcher(host.toLowerCase(Locale.ROOT));
    return word.find()
        ? Optional.of(word.group(1) + '-' + DIRECTIONS.get(word.group(2)) + '-' + word.group(3))
        : Optional.empty();
  }

  private static boolean isOther(Span below, Span call) {
    return !below
        .attributes()
        .get(AttributeNames.SERVICE_NAME)
        .equals(call.attributes().get(AttributeNames.SERVICE_NAME));
  }

  private static Optional<String> stated(Attributes attributes) {
    return attributes
        .get(REGION)
        .map(region -> code(region))
        .or(() -> attributes.get(ZONE).map(Regions::ofZone));
  }

  private static String ofZone(String zone) {
    String written = code(zone);
    if (Places.known().region(written).isPresent()) {
      return written;
    }
    Matcher matcher = OF_ZONE.matcher(written);
    return matcher.matches() ? code(matcher.group(1)) : written;
  }

  /// As the table of regions writes it, where it knows it.
  private static String code(String written) {
    String lower = written.strip().toLowerCase(Locale.ROOT);
    return Places.known().region(lower).map(Place::code).orElse(lower);
  }
}
