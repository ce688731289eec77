package dev.lightfoot.probe.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.ResponseFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;

/// A response in the HTTP cache, and how long it may be used (RFC 9111).
///
/// @param exchange the one that brought it
/// @param requestLines what it was asked for with, for `Vary`
/// @param fields its header lines, as last confirmed
/// @param confirmedAt when it came, or was last confirmed
/// @param text its body without codings, where the loader reads it
record CachedResponse(
    Exchange exchange,
    List<Header> requestLines,
    List<Header> fields,
    Instant confirmedAt,
    ByteString text) {
  private static final int HEURISTIC_SHARE = 10;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  CachedResponse {
    requestLines = List.copyOf(requestLines);
    fields = List.copyOf(fields);
  }

  /// What the response is to be kept as; empty where it must not or cannot be.
  static Optional<CachedResponse> of(
      Exchange exchange, List<Header> requestLines, Instant at, ByteString text) {
    Optional<ResponseFacts> response = exchange.response().filter(each -> each.cut().isEmpty());
    if (response.isEmpty()) {
      return Optional.empty();
    }
    CachedResponse made =
        new CachedResponse(exchange, requestLines, response.get().headers(), at, text);
    boolean explicit = made.directive("max-age").isPresent() || made.date("expires").isPresent();
    boolean storable =
        switch (exchange.status().orElse(0)) {
          case 200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501 ->
              explicit || made.date("last-modified").isPresent() || made.field("etag").isPresent();
          case 302, 303, 307 -> explicit;
          default -> false;
        };
    boolean kept = storable && !made.has("no-store") && !made.list("vary").contains("*");
    return kept ? Optional.of(made) : Optional.empty();
  }

  /// Whether it answers a request with those lines.
  boolean answers(List<Header> lines) {
    return list("vary").stream()
        .allMatch(name -> values(lines, name).equals(values(requestLines, name)));
  }

  private static List<String> values(List<Header> lines, String name) {
    return lines.stream().filter(line -> line.named(name)).map(Header::value).toList();
  }

  /// Whether it may be used without asking.
  boolean isFresh(Instant now) {
    return !has("no-cache") && age(now).compareTo(lifetime()) < 0;
  }

  private Duration age(Instant now) {
    Instant date = date("date").orElse(confirmedAt);
    Duration apparent = Duration.between(date, confirmedAt);
    Duration said = Duration.ofSeconds(number(field("age")).orElse(0L));
    Duration before = apparent.compareTo(said) > 0 ? apparent : said;
    return (before.isNegative() ? Duration.ZERO : before).plus(Duration.between(confirmedAt, now));
  }

  /// Explicit, else a tenth of the time since it was last changed (RFC 9111 section 4.2.2).
  private Duration lifetime() {
    Optional<String> maxAge = directive("max-age");
    if (maxAge.isPresent()) {
      return Duration.ofSeconds(number(maxAge).orElse(0L));
    }
    Instant date = date("date").orElse(confirmedAt);
    if (field("expires").isPresent()) {
      return Duration.between(date, date("expires").orElse(date));
    }
    return date("last-modified")
        .map(changed -> Duration.between(changed, date).dividedBy(HEURISTIC_SHARE))
        .filter(length -> !length.isNegative())
        .orElse(Duration.ZERO);
  }

  /// The lines by which a server is asked whether it still holds (RFC 9110 section 13.1).
  List<Header> validators() {
    List<Header> lines = new ArrayList<>();
    field("etag").ifPresent(tag -> lines.add(new Header("If-None-Match", tag)));
    field("last-modified").ifPresent(date -> lines.add(new Header("If-Modified-Since", date)));
    return lines;
  }

  /// The same, confirmed by a 304 with those fields.
  CachedResponse confirmed(List<Header> by, Instant at) {
    Map<String, Header> fresh = new HashMap<>();
    by.forEach(line -> fresh.put(line.name().toLowerCase(Locale.ROOT), line));
    List<Header> updated = new ArrayList<>(fields);
    updated.removeIf(line -> fresh.containsKey(line.name().toLowerCase(Locale.ROOT)));
    by.stream().filter(line -> !line.named("content-length")).forEach(updated::add);
    return new CachedResponse(exchange, requestLines, updated, at, text);
  }

  /// The first value of that name.
  Optional<String> field(String name) {
    return fields.stream().filter(line -> line.named(name)).map(Header::value).findFirst();
  }

  private List<String> list(String name) {
    return fields.stream()
        .filter(line -> line.named(name))
        .flatMap(line -> List.of(line.value().split(",", -1)).stream())
        .map(item -> item.strip().toLowerCase(Locale.ROOT))
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private boolean has(String directive) {
    return list("cache-control").stream()
        .anyMatch(item -> item.equals(directive) || item.startsWith(directive + "="));
  }

  private Optional<String> directive(String name) {
    return list("cache-control").stream()
        .filter(item -> item.startsWith(name + "="))
        .map(item -> item.substring(name.length() + 1).replace("\"", ""))
        .findFirst();
  }

  private Optional<Instant> date(String name) {
    try {
      return field(name).map(text -> ZonedDateTime.parse(text.strip(), HTTP_DATE).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty(); // counts as in the past (RFC 9111 section 5.3)
    }
  }

  private static Optional<Long> number(Optional<String> digits) {
    return digits.filter(text -> text.matches("[0-9]{1,10}")).map(Long::valueOf);
  }
}
