package dev.lightfoot.analysis.distance;

import dev.lightfoot.model.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the machine stands that answered, by what content delivery networks write into their
/// responses. Only fields that state the place in clear are read, and only codes that the table of
/// places has.
final class EdgePlaces {
  private static final String CLOUDFLARE = "cf-ray";

  /// A field that states the code of a place.
  ///
  /// @param code its first group is the code; the last that is found is the nearest machine's
  /// @param first whether the first that is found is the nearest machine's instead
  private record Field(String name, Pattern code, boolean first) {
    static Field last(String name, String code) {
      return new Field(name, Pattern.compile(code, Pattern.CASE_INSENSITIVE), false);
    }

    static Field first(String name, String code) {
      return new Field(name, Pattern.compile(code, Pattern.CASE_INSENSITIVE), true);
    }

    Optional<String> in(String value) {
      List<String> found = code.matcher(value).results().map(result -> result.group(1)).toList();
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(first ? found.getFirst() : found.getLast());
    }
  }

  private static final List<Field> FIELDS =
      List.of(
          Field.last(CLOUDFLARE, "^[0-9a-f]{16,}-([a-z]{3})$"),
          Field.last("x-amz-cf-pop", "^([a-z]{3})[0-9]"),
          // Fastly: shield first, the edge that we are connected to last
          Field.last("x-served-by", "cache-[a-z0-9-]+-([a-z]{3})(?=\\s*(?:,|$))"),
          Field.first("x-vercel-id", "^([a-z]{3})[0-9]+::"),
          Field.last("fly-request-id", "-([a-z]{3})$"),
          Field.last("x-msedge-ref", "Ref B: ([A-Z]{3})[0-9A-Z]*EDGE"));

  private static final Pattern POP_OF_CDN77 = Pattern.compile("([a-z]+?)([A-Z]{2})(?:[A-Z]{2})?");

  private EdgePlaces() {}

  /// The place that these lines state; empty where they state none, or several that lie apart and
  /// do not say which is nearest to us.
  static Optional<ServerPlace> of(List<Header> headers) {
    List<ServerPlace> stated = new ArrayList<>();
    for (Field field : FIELDS) {
      value(headers, field.name())
          .flatMap(field::in)
          .flatMap(Places.known()::airport)
          .ifPresent(place -> stated.add(by(place, field.name(), headers)));
    }
    value(headers, "x-77-pop")
        .flatMap(EdgePlaces::city)
        .ifPresent(place -> stated.add(by(place, "x-77-pop", headers)));
    return nearest(stated, headers);
  }

  private static Optional<String> value(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.named(name))
        .map(header -> header.value().strip())
        .reduce((one, other) -> one + ", " + other);
  }

  private static ServerPlace by(Place place, String name, List<Header> headers) {
    String asWritten =
        headers.stream()
            .filter(header -> header.named(name))
            .map(Header::name)
            .findFirst()
            .orElse(name);
    return new ServerPlace(place, ServerPlace.Source.HEADER, asWritten);
  }

  /// CDN77 writes a city and its country: `frankfurtDE`, `losangelesUSCA`.
  private static Optional<Place> city(String pop) {
    Matcher matcher = POP_OF_CDN77.matcher(pop);
    return matcher.matches()
        ? Places.known().find(matcher.group(1) + matcher.group(2).toLowerCase(Locale.ROOT)).found()
        : Optional.empty();
  }

  /// A network before another leaves the fields of the one behind: Cloudflare always writes its own
  /// name over the server's.
  private static Optional<ServerPlace> nearest(List<ServerPlace> stated, List<Header> headers) {
    boolean cloudflare =
        value(headers, "server").filter(name -> name.equalsIgnoreCase("cloudflare")).isPresent();
    Optional<ServerPlace> byCloudflare =
        stated.stream().filter(each -> each.word().equalsIgnoreCase(CLOUDFLARE)).findFirst();
    if (cloudflare && byCloudflare.isPresent()) {
      return byCloudflare;
    }
    boolean together =
        stated.stream()
            .allMatch(
                each ->
                    each.place().kilometresTo(stated.getFirst().place()) <= Places.SAME_KILOMETRES);
    return together ? stated.stream().findFirst() : Optional.empty();
  }
}
