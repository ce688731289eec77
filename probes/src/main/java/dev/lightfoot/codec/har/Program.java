package dev.lightfoot.codec.har;

import java.util.Locale;
import java.util.Optional;

/// A program that a HAR names: its `creator`, or its `browser`.
///
/// @param name as it stands there; empty where there is none
/// @param version as it stands there
record Program(String name, String version) {
  static final Program NONE = new Program("", "");

  private static final String INSPECTOR = "WebInspector";
  private static final int LONGEST = 200;

  Program {
    name = printable(name);
    version = printable(version);
  }

  private static String printable(String text) {
    String plain = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  /// As people know it; empty where there is none.
  Optional<String> known() {
    String whole = (name + " " + version).strip();
    return switch (name) {
      case "" -> Optional.empty();
      case INSPECTOR -> Optional.of("Chrome DevTools (" + whole + ")");
      case "WebKit Web Inspector" -> Optional.of("Safari (" + whole + ")");
      default -> Optional.of(whole);
    };
  }

  boolean isChromeDevTools() {
    return name.equals(INSPECTOR);
  }

  /// Whether it counts `ssl` beside `connect` wherever that was seen.
  boolean countsSslBesideConnect() {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("firefox") || lower.startsWith("mitmproxy");
  }

  /// Whether it writes 0 for a connection that was reused.
  boolean writesZeroForReused() {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("firefox") || lower.equals("firebug");
  }
}
