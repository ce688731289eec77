package dev.lightfoot.analysis.change.parse;

import dev.lightfoot.analysis.change.Batch;
import dev.lightfoot.analysis.change.CacheHit;
import dev.lightfoot.analysis.change.Calls;
import dev.lightfoot.analysis.change.Change;
import dev.lightfoot.analysis.change.ChangeKind;
import dev.lightfoot.analysis.change.Compress;
import dev.lightfoot.analysis.change.Drop;
import dev.lightfoot.analysis.change.DropRedirect;
import dev.lightfoot.analysis.change.EarlyHints;
import dev.lightfoot.analysis.change.Fingerprints;
import dev.lightfoot.analysis.change.Http;
import dev.lightfoot.analysis.change.KeepAlive;
import dev.lightfoot.analysis.change.MergeCache;
import dev.lightfoot.analysis.change.NoQueue;
import dev.lightfoot.analysis.change.Parallel;
import dev.lightfoot.analysis.change.Preconnect;
import dev.lightfoot.analysis.change.Preload;
import dev.lightfoot.analysis.change.Resumed;
import dev.lightfoot.analysis.change.Rtt;
import dev.lightfoot.analysis.change.StreamHead;
import dev.lightfoot.analysis.change.Tls13;
import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.model.span.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Reads the words for changes.
final class ChangeParser {
  /// Words for what cannot be predicted.
  private static final Map<String, ChangeFault.Kind> UNPREDICTABLE =
      Map.ofEntries(
          Map.entry("script", ChangeFault.Kind.SCRIPTS),
          Map.entry("scripts", ChangeFault.Kind.SCRIPTS),
          Map.entry("hit-ratio", ChangeFault.Kind.HIT_RATIO),
          Map.entry("users", ChangeFault.Kind.LOAD),
          Map.entry("load", ChangeFault.Kind.LOAD),
          Map.entry("workers", ChangeFault.Kind.LOAD),
          Map.entry("loss", ChangeFault.Kind.LOSS),
          Map.entry("wifi", ChangeFault.Kind.LOSS),
          Map.entry("region", ChangeFault.Kind.REGION),
          Map.entry("cdn", ChangeFault.Kind.REGION),
          Map.entry("index", ChangeFault.Kind.PLAN),
          Map.entry("plan", ChangeFault.Kind.PLAN),
          Map.entry("push", ChangeFault.Kind.PUSH),
          Map.entry("cpu", ChangeFault.Kind.CPU));

  private static final Map<String, Double> PLACES =
      Map.of("same-rack", 0.1, "same-zone", 0.5, "same-region", 1.5);

  private static final double NANOS = 1e6;

  private final Fingerprints known;

  /// @param known findings that a change may name
  ChangeParser(Fingerprints known) {
    this.known = known;
  }

  Change parse(String given) throws Refused {
    String text = given.strip();
    int equals = text.indexOf('=');
    String word = (equals < 0 ? text : text.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    Optional<String> value =
        equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1).strip());
    if (word.startsWith("rtt.")) {
      String scope = text.substring("rtt.".length(), equals < 0 ? text.length() : equals).strip();
      return new Rtt(text, ChangeKind.RTT, Times.nanos(given, value), scope(scope));
    }
    Optional<ChangeKind> kind =
        Arrays.stream(ChangeKind.values()).filter(each -> each.word().equals(word)).findFirst();
    if (kind.isEmpty()) {
      ChangeFault.Kind why = UNPREDICTABLE.get(word);
      throw new Refused(
          why == null
              ? new ChangeFault.UnknownWord(given, Nearest.to(word, words()))
              : new ChangeFault.Unpredictable(given, why));
    }
    if (value.filter(String::isEmpty).isPresent()) {
      throw wrong(given, form(kind.get()));
    }
    return change(kind.get(), text, value);
  }

  private Change change(ChangeKind kind, String text, Optional<String> value) throws Refused {
    return switch (kind) {
      case DROP_REDIRECT -> new DropRedirect(text, value);
      case KEEP_ALIVE -> new KeepAlive(alone(text, value));
      case RESUMED -> new Resumed(alone(text, value));
      case TLS -> new Tls13(oneOf(text, value, "1.3"));
      case HTTP -> new Http(text, oneOf(text, value, "2", "3").endsWith("3") ? 3 : 2);
      case RTT -> new Rtt(text, kind, Times.nanos(text, value), new Rtt.Scope.Servers());
      case MOVE -> move(text, needed(kind, text, value));
      case PRECONNECT -> new Preconnect(text, needed(kind, text, value));
      case PRELOAD -> new Preload(text, needed(kind, text, value));
      case EARLY_HINTS -> new EarlyHints(alone(text, value));
      case STREAM_HEAD ->
          new StreamHead(
              text,
              value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Times.nanos(text, value)));
      case NO_QUEUE -> new NoQueue(alone(text, value));
      case BATCH -> new Batch(text, meant(needed(kind, text, value)));
      case MERGE_CACHE -> new MergeCache(text, value);
      case CACHE_HIT -> new CacheHit(text, meant(needed(kind, text, value)));
      case PARALLEL -> new Parallel(text, several(needed(kind, text, value)));
      case DROP -> new Drop(text, meant(needed(kind, text, value)));
      case COMPRESS -> new Compress(text, ratio(text, value));
    };
  }

  private Calls meant(String text) {
    return Calls.meant(text, known);
  }

  private List<Calls> several(String texts) {
    return Arrays.stream(texts.split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(this::meant)
        .toList();
  }

  /// All words, for whoever misspells one.
  private static List<String> words() {
    return Stream.concat(
            Arrays.stream(ChangeKind.values()).map(ChangeParser::form),
            Stream.of("rtt.database=2ms"))
        .toList();
  }

  /// How a word is used.
  private static String form(ChangeKind kind) {
    return switch (kind) {
      case TLS -> "tls=1.3";
      case HTTP -> "http=2";
      case RTT -> "rtt=20ms";
      case MOVE -> "move=cache:same-zone";
      case PRECONNECT -> "preconnect=HOST";
      case PRELOAD -> "preload=URL";
      case BATCH -> "batch=TEXT";
      case CACHE_HIT -> "cache-hit=KEY";
      case PARALLEL -> "parallel=TEXT,TEXT";
      case DROP -> "drop=TEXT";
      case COMPRESS -> "compress=0.3";
      case STREAM_HEAD -> "stream-head=5ms";
      case DROP_REDIRECT, KEEP_ALIVE, RESUMED, EARLY_HINTS, NO_QUEUE, MERGE_CACHE -> kind.word();
    };
  }

  private static Refused wrong(String given, String form) {
    return new Refused(new ChangeFault.WrongValue(given, form));
  }

  private static String alone(String text, Optional<String> value) throws Refused {
    if (value.isPresent()) {
      throw wrong(text, text.substring(0, text.indexOf('=')));
    }
    return text;
  }

  private static String oneOf(String text, Optional<String> value, String... known) throws Refused {
    if (value.filter(List.of(known)::contains).isEmpty()) {
      throw wrong(text, text.replaceFirst("=.*", "") + "=" + String.join(" or ", known));
    }
    return text;
  }

  private static String needed(ChangeKind kind, String text, Optional<String> value)
      throws Refused {
    if (value.isEmpty()) {
      throw wrong(text, form(kind));
    }
    return value.get();
  }

  private static Rtt.Scope scope(String name) {
    if (name.equalsIgnoreCase("dns")) {
      return new Rtt.Scope.Resolver();
    }
    return Layer.ofLabel(name.toLowerCase(Locale.ROOT))
        .filter(layer -> !layer.receives())
        .<Rtt.Scope>map(Rtt.Scope.Called::new)
        .orElseGet(() -> new Rtt.Scope.Host(name));
  }

  private static Change move(String text, String value) throws Refused {
    String[] parts = value.split(":", 2);
    Double millis = parts.length == 2 ? PLACES.get(parts[1]) : null;
    Optional<Layer> layer = Layer.ofLabel(parts[0]).filter(each -> !each.receives());
    if (millis == null || layer.isEmpty()) {
      throw wrong(text, "move=cache:same-rack, same-zone or same-region");
    }
    return new Rtt(
        text, ChangeKind.MOVE, Math.round(millis * NANOS), new Rtt.Scope.Called(layer.get()));
  }

  private static OptionalDouble ratio(String text, Optional<String> value) throws Refused {
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double ratio = Double.parseDouble(value.get());
      if (ratio > 0 && ratio <= 1) {
        return OptionalDouble.of(ratio);
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw wrong(text, form(ChangeKind.COMPRESS));
  }
}
