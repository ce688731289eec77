package dev.lightfoot.report.redact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Knows by their names which header fields, query parameters and members hold secrets.
final class SecretNames {
  private static final Pattern WORD =
      Pattern.compile(
          "auth(?!or(?!iz)|enticate)|token|secret|passw|passphrase|pwd|api[-_]?key|access[-_]?key|"
              + "private[-_]?key|session|credential|signature|csrf|xsrf|jwt|bearer|cookie|assertion|"
              + "saml|hmac|nonce|otp\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> SHORT =
      Set.of("key", "sig", "sid", "pass", "pw", "code", "ticket", "state", "pin", "hash");

  private SecretNames() {}

  /// Whether a header field of that name holds a secret.
  static boolean header(String name) {
    return WORD.matcher(name).find() && !name.startsWith(":");
  }

  /// Whether a parameter of that name, in a query, a fragment or a form, holds a secret.
  static boolean parameter(String name) {
    return SHORT.contains(name.toLowerCase(Locale.ROOT)) || WORD.matcher(name).find();
  }

  /// Whether a member or attribute of that name holds a secret.
  static boolean member(String name) {
    return WORD.matcher(name).find();
  }
}
