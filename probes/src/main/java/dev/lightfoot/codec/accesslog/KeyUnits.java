package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.DurationUnit;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// In which unit a file counts under a key that does not say it: what a person says, else what the
/// values say (`1m2.5s`; three decimals, as nginx writes seconds), else what their size makes
/// likely. The last is a guess, and remarked.
final class KeyUnits {
  /// Of whole numbers, whoever wrote them.
  static final List<DurationUnit> ANY =
      List.of(DurationUnit.NANOSECONDS, DurationUnit.MICROSECONDS, DurationUnit.MILLISECONDS);

  /// The median from which whole numbers are rather nanoseconds: as microseconds they would be 10
  /// s.
  private static final long NANOS_FROM = 10_000_000;

  /// The same of microseconds: as milliseconds they would be 10 s.
  private static final long MICROS_FROM = 10_000;

  /// Of nanoseconds where only milliseconds are the alternative: those would be a minute.
  private static final long NANOS_NOT_MILLIS = 60_000;

  private static final int NGINX_DECIMALS = 3;

  private final ReadSettings settings;
  private final List<String> remarks = new ArrayList<>();

  KeyUnits(ReadSettings settings) {
    this.settings = settings;
  }

  /// Sentences about what was guessed.
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /// The keys of a file's JSON with the units of all durations known.
  FieldNames resolve(Layout.Json layout, FirstLines first) {
    FieldNames names = layout.keys();
    List<String> open = new ArrayList<>(names.names(Fact.OF_UNKNOWN_UNIT));
    UsualNames.SECONDS_OF_NGINX.stream()
        .filter(key -> names.exact(key).equals(Optional.of(Fact.SECONDS)))
        .forEach(open::add);
    FieldNames resolved = names;
    for (String key : open) {
      List<String> values = values(key, first);
      boolean nginx = !names.exact(key).equals(Optional.of(Fact.OF_UNKNOWN_UNIT));
      resolved = resolved.but(key, fact(key, values, nginx, layout));
    }
    boolean json = !first.lines().isEmpty() && first.lines().getFirst()[0] == '{';
    for (String key : settings.units().keySet()) {
      if (json && values(key, first).isEmpty()) {
        remarks.add("--unit says the unit of " + key + ", but there is no such key.");
      }
      resolved = resolved.but(key, fact(settings.units().get(key)));
    }
    return resolved;
  }

  /// What the `key=` of text lines says; empty where it is no duration.
  Optional<Fact> resolve(String key, Optional<Fact> known, List<String> values) {
    if (settings.unit(key).isPresent()) {
      return settings.unit(key).map(KeyUnits::fact);
    }
    boolean unknown = known.equals(Optional.of(Fact.OF_UNKNOWN_UNIT));
    boolean nginx = known.equals(Optional.of(Fact.SECONDS)) && !key.equals("duration_s");
    return unknown || nginx
        ? Optional.of(fact(key, values, nginx, new Layout.Json(UsualNames.FIELDS, _ -> true)))
        : known;
  }

  /// @param nginx whether the name is one of nginx's, so that decimals are seconds
  private Fact fact(String key, List<String> values, boolean nginx, Layout.Json layout) {
    if (settings.unit(key).isPresent()) {
      return fact(settings.unit(key).get());
    }
    if (values.isEmpty()) {
      return layout.decimals().isPresent()
          ? Fact.WITH_UNIT
          : nginx ? Fact.SECONDS : Fact.OF_UNKNOWN_UNIT;
    }
    if (values.stream().anyMatch(KeyUnits::hasUnit)) {
      return Fact.WITH_UNIT;
    }
    boolean zero = values.stream().allMatch(value -> value.equals("0"));
    if (zero || !values.stream().allMatch(TailColumn::digits)) {
      boolean known = nginx || zero || layout.decimals().isPresent();
      return known || allThreeDecimals(values) ? Fact.SECONDS : assumed(key, DurationUnit.SECONDS);
    }
    return ofSize(key, values, layout);
  }

  private Fact ofSize(String key, List<String> values, Layout.Json layout) {
    List<Long> sorted = values.stream().map(Long::valueOf).sorted().toList();
    long median = sorted.get(sorted.size() / 2);
    boolean micros = layout.whole().contains(DurationUnit.MICROSECONDS);
    if (!micros && median >= NANOS_NOT_MILLIS) {
      return Fact.NANOS;
    }
    if (micros && median >= MICROS_FROM) {
      boolean nanos = median >= NANOS_FROM;
      return assumed(key, nanos ? DurationUnit.NANOSECONDS : DurationUnit.MICROSECONDS);
    }
    return assumed(key, DurationUnit.MILLISECONDS);
  }

  private Fact assumed(String key, DurationUnit unit) {
    remarks.add(
        "The durations under %s are taken for %s, by their look: nothing in the file says their unit. --unit %s=%s (or s, ms, us, ns) says it."
            .formatted(key, unit.words(), key, unit.symbol()));
    return fact(unit);
  }

  static Fact fact(DurationUnit unit) {
    return switch (unit) {
      case SECONDS -> Fact.SECONDS;
      case MILLISECONDS -> Fact.MILLIS;
      case MICROSECONDS -> Fact.MICROS;
      case NANOSECONDS -> Fact.NANOS;
    };
  }

  private static List<String> values(String key, FirstLines first) {
    JsonLine line = new JsonLine(FieldNames.of(FieldNames.named(Fact.OF_UNKNOWN_UNIT, key)));
    Entry entry = new Entry();
    List<String> values = new ArrayList<>();
    for (byte[] each : first.lines()) {
      entry.clear();
      if (each[0] == '{'
          && line.scan(each, 0, each.length, entry)
          && entry.has(Fact.OF_UNKNOWN_UNIT)) {
        values.add(entry.text(Fact.OF_UNKNOWN_UNIT));
      }
    }
    return values;
  }

  /// Whether a number has a letter behind it: `12ms`, and not `1.2e-05`.
  static boolean hasUnit(String value) {
    int last = value.length() - 1;
    return last > 0 && digit(value.charAt(0)) && Character.isLetter(value.charAt(last));
  }

  static boolean allThreeDecimals(List<String> values) {
    Predicate<String> three =
        value -> {
          int dot = value.indexOf('.');
          return dot > 0
              && value.length() == dot + 1 + NGINX_DECIMALS
              && TailColumn.digits(value.substring(0, dot))
              && TailColumn.digits(value.substring(dot + 1));
        };
    return values.stream().allMatch(three);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
