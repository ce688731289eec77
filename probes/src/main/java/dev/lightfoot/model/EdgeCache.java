package dev.lightfoot.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What a cache between here and the origin says it did, read from the response's own header lines.
///
/// @param verdict what the cache nearest to us did
/// @param source the field that says so, such as `cf-cache-status`
/// @param detail that field's value
/// @param ageSeconds how long the answer had been kept (`Age`, RFC 9111 section 5.1)
public record EdgeCache(Verdict verdict, String source, String detail, OptionalLong ageSeconds) {

  /// What a cache did with the request.
  public enum Verdict {
    /// It answered.
    HIT,
    /// It answered with an old copy.
    STALE,
    /// It asked the origin whether its copy still holds.
    REVALIDATED,
    /// It had nothing, so the origin answered.
    MISS,
    /// It let the request pass.
    BYPASS;

    private final String label = name().toLowerCase(Locale.ROOT);

    /// The name in the snapshot format.
    public String label() {
      return label;
    }
  }

  // The most informative first. CDNs write the nearest cache last in lists (RFC 9211 section 2,
  // Fastly).
  private static final List<String> FIELDS =
      List.of(
          "cache-status",
          "cf-cache-status",
          "x-vercel-cache",
          "x-nf-cache-status",
          "cdn-cache",
          "x-cache-remote",
          "x-cache",
          "x-cache-status",
          "x-proxy-cache",
          "x-varnish-cache",
          "x-drupal-cache",
          "x-cache-lookup");

  /// The verdict that these lines give; empty where no cache says anything.
  public static Optional<EdgeCache> of(List<Header> headers) {
    OptionalLong age = age(headers);
    for (String field : FIELDS) {
      List<Header> lines = headers.stream().filter(header -> header.named(field)).toList();
      if (!lines.isEmpty()) {
        String value = String.join(", ", lines.stream().map(Header::value).toList());
        Optional<Verdict> verdict =
            field.equals("cache-status") ? cacheStatus(value) : word(nearest(value));
        if (verdict.isPresent()) {
          return Optional.of(new EdgeCache(verdict.get(), field, value, age));
        }
      }
    }
    return hits(headers, age).or(() -> fromAge(age));
  }

  /// RFC 9211: `hit`, or `fwd` with the reason why the request went on.
  private static Optional<Verdict> cacheStatus(String value) {
    List<String> parts = HeaderParts.split(nearest(value), ';');
    if (HeaderParts.has(parts, "hit")) {
      return Optional.of(Verdict.HIT);
    }
    return HeaderParts.parameter(parts, "fwd")
        .flatMap(
            reason ->
                switch (reason.toLowerCase(Locale.ROOT)) {
                  case "stale", "partial" -> Optional.of(Verdict.REVALIDATED);
                  case "bypass", "method", "request" -> Optional.of(Verdict.BYPASS);
                  case "uri-miss", "vary-miss", "miss" -> Optional.of(Verdict.MISS);
                  default -> Optional.empty();
                });
  }

  private static String nearest(String value) {
    return HeaderParts.split(value, ',').getLast().strip();
  }

  private static Optional<Verdict> word(String value) {
    String text = value.toLowerCase(Locale.ROOT).replace('_', '-');
    if (text.contains("revalidated") || text.contains("refresh")) {
      return Optional.of(Verdict.REVALIDATED);
    }
    if (text.contains("stale") || text.contains("updating")) {
      return Optional.of(Verdict.STALE);
    }
    if (text.contains("bypass") || text.contains("pass") || text.contains("dynamic")) {
      return Optional.of(Verdict.BYPASS);
    }
    if (text.contains("miss") || text.contains("expired") || text.contains("error")) {
      return Optional.of(Verdict.MISS);
    }
    return text.contains("hit") ? Optional.of(Verdict.HIT) : Optional.empty();
  }

  private static Optional<EdgeCache> hits(List<Header> headers, OptionalLong age) {
    List<Header> lines = headers.stream().filter(header -> header.named("x-cache-hits")).toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String value = lines.getLast().value();
    return seconds(nearest(value)).stream()
        .mapToObj(
            count ->
                new EdgeCache(count > 0 ? Verdict.HIT : Verdict.MISS, "x-cache-hits", value, age))
        .findFirst();
  }

  private static Optional<EdgeCache> fromAge(OptionalLong age) {
    return age.isPresent() && age.getAsLong() > 0
        ? Optional.of(new EdgeCache(Verdict.HIT, "age", Long.toString(age.getAsLong()), age))
        : Optional.empty();
  }

  private static OptionalLong age(List<Header> headers) {
    return headers.stream()
        .filter(header -> header.named("age"))
        .findFirst()
        .map(header -> seconds(header.value()))
        .orElse(OptionalLong.empty());
  }

  private static OptionalLong seconds(String text) {
    String digits = text.strip();
    return digits.matches("[0-9]{1,10}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}
