package dev.lightfoot.report.whatif;

import static dev.lightfoot.report.whatif.WhatIfWords.say;

import dev.lightfoot.analysis.change.ChangeKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What a change is, in a few plain words.
public final class ChangeWords {
  private ChangeWords() {}

  /// The words for a change as it was asked for: `TLS 1.3 on every connection` for `tls=1.3`.
  ///
  /// @param named what the person knows a target by, such as a finding's title for its fingerprint
  /// @return the text itself, its value as it is named, where there are no words for it
  public static String of(String text, UnaryOperator<String> named) {
    int equals = text.indexOf('=');
    String word = (equals < 0 ? text : text.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    String value = equals < 0 ? "" : text.substring(equals + 1).strip();
    if (word.startsWith("rtt.") && !value.isEmpty()) {
      return say("change.rtt.to", value, text.substring("rtt.".length(), equals).strip());
    }
    Optional<ChangeKind> kind =
        Arrays.stream(ChangeKind.values()).filter(each -> each.word().equals(word)).findFirst();
    return kind.filter(it -> WhatIfWords.has(key(it, value)))
        .map(it -> words(it, value, named))
        .orElseGet(
            () ->
                equals < 0
                    ? text
                    : text.substring(0, equals + 1) + named.apply(text.substring(equals + 1)));
  }

  private static String key(ChangeKind kind, String value) {
    return "change." + kind.word() + (value.isEmpty() ? ".any" : "");
  }

  private static String words(ChangeKind kind, String value, UnaryOperator<String> named) {
    String key = key(kind, value);
    if (value.isEmpty()) {
      return say(key);
    }
    if (kind == ChangeKind.MOVE) {
      String[] parts = value.split(":", 2);
      return say(key, parts[0], parts.length == 2 ? parts[1].replace('-', ' ') : "");
    }
    if (kind == ChangeKind.PARALLEL) {
      return say(
          key,
          Arrays.stream(value.split(",", -1))
              .map(String::strip)
              .map(named)
              .collect(Collectors.joining(", ")));
    }
    return say(key, isShort(kind) ? value : named.apply(value));
  }

  /// Whether its value is a version, a time or a share, which stands for itself.
  private static boolean isShort(ChangeKind kind) {
    return switch (kind) {
      case TLS, HTTP, RTT, STREAM_HEAD, COMPRESS -> true;
      case DROP_REDIRECT,
          KEEP_ALIVE,
          RESUMED,
          MOVE,
          PRECONNECT,
          PRELOAD,
          EARLY_HINTS,
          NO_QUEUE,
          BATCH,
          MERGE_CACHE,
          CACHE_HIT,
          PARALLEL,
          DROP ->
          false;
    };
  }
}
