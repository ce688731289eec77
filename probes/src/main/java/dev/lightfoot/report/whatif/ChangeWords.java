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
  /// @return the text itself where its word is not known
  public static String of(String text, UnaryOperator<String> named) {
    int equals = text.indexOf('=');
    String word = (equals < 0 ? text : text.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    String value = equals < 0 ? "" : text.substring(equals + 1).strip();
    if (word.startsWith("rtt.")) {
      return say("change.rtt.to", value, text.substring("rtt.".length(), equals).strip());
    }
    Optional<ChangeKind> kind =
        Arrays.stream(ChangeKind.values()).filter(each -> each.word().equals(word)).findFirst();
    return kind.map(it -> words(it, value, named)).orElse(text);
  }

  private static String words(ChangeKind kind, String value, UnaryOperator<String> named) {
    String key = "change." + kind.word();
    if (value.isEmpty()) {
      return say(key + ".any");
    }
    if (kind == ChangeKind.MOVE) {
      String[] parts = value.split(":", 2);
      return say(key, parts[0], parts.length == 2 ? parts[1].replace('-', ' ') : "");
    }
    return say(
        key,
        Arrays.stream(value.split(",", -1))
            .map(String::strip)
            .map(each -> isShort(kind) ? each : named.apply(each))
            .collect(Collectors.joining(", ")));
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
