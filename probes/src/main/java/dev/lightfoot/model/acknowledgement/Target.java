package dev.lightfoot.model.acknowledgement;

import dev.lightfoot.model.Wildcard;
import java.util.regex.Pattern;

/// Which findings are meant.
public sealed interface Target {

  /// One, by its fingerprint.
  ///
  /// @param fingerprint 16 hexadecimal digits
  /// @param about rule and place in a few words, for people; empty where they are not known
  record OfFinding(String fingerprint, String about) implements Target {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{16}");

    /// Whether that is a whole fingerprint.
    public static boolean isFingerprint(String text) {
      return DIGITS.matcher(text).matches();
    }
  }

  /// All of a rule on some routes.
  ///
  /// @param rule by its name: `repeated-query`
  /// @param route as the server names it, with or without its method; `*` stands for any text
  record OfRule(String rule, String route) implements Target {
    /// Whether a route is one that is meant.
    ///
    /// @param name with its method: `GET /orders/{id}`
    public boolean matches(String name) {
      Wildcard pattern = new Wildcard(route);
      String withoutMethod = name.substring(name.indexOf(' ') + 1);
      return pattern.matches(name) || pattern.matches(withoutMethod);
    }
  }
}
