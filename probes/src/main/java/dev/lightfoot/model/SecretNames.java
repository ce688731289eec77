package dev.lightfoot.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Knows by their names which header fields, query parameters and members hold secrets.
public final class SecretNames {
  // "X-Functions-Key" is a credential; "Surrogate-Key" and "X-Cache-Key" name what a cache holds.
  private static final Pattern WORD =
      Pattern.compile(
          "auth(?!or(?!iz)|enticate)|token|secret|passw|passphrase|pwd|session|credential|"
              + "signature|csrf|xsrf|jwt|bearer|cookie|assertion|saml|hmac|nonce|otp\\b|"
              + "(?:api|access|private|subscription|secret|account|license)[-_]?key|"
              + "(?<!surrogate|cache)[-_]key$",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> SHORT =
      Set.of("key", "sig", "sid", "pass", "pw", "code", "ticket", "state", "pin", "hash");

  private static final Pattern HINT = Pattern.compile("auth|key", Pattern.CASE_INSENSITIVE);

  private static final Pattern PARAMETER_HINT =
      Pattern.compile("sig|code|sid", Pattern.CASE_INSENSITIVE);

  private SecretNames() {}

  /// Whether a header field of that name holds a secret.
  public static boolean header(String name) {
    return WORD.matcher(name).find() && !name.startsWith(":");
  }

  /// Whether a parameter of that name, in a query, a fragment or a form, holds a secret.
  public static boolean parameter(String name) {
    return SHORT.contains(name.toLowerCase(Locale.ROOT)) || WORD.matcher(name).find();
  }

  /// Whether a member or attribute of that name holds a secret.
  public static boolean member(String name) {
    return WORD.matcher(name).find();
  }

  /// Whether a header field of that name could hold a secret. Wider than [#header]: for where
  /// leaving out too much costs little, as in what goes to another origin.
  public static boolean maybeHeader(String name) {
    return header(name) || HINT.matcher(name).find();
  }

  /// Whether a parameter of that name could hold a secret. Wider than [#parameter], for where
  /// leaving out too much costs little.
  public static boolean maybeParameter(String name) {
    return parameter(name) || HINT.matcher(name).find() || PARAMETER_HINT.matcher(name).find();
  }
}
