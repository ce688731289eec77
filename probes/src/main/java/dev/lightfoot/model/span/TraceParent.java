package dev.lightfoot.model.span;

import java.util.Optional;

/// The `traceparent` of W3C Trace Context.
///
/// @param traceId 32 lower-case hexadecimal digits
/// @param parentId 16 lower-case hexadecimal digits: the span that sent it
/// @param sampled whether the sender recorded it
public record TraceParent(String traceId, String parentId, boolean sampled) {
  private static final int LENGTH = 55;

  /// Of a field's value. Of versions newer than 00 the beginning counts, as the standard asks.
  ///
  /// @return empty where it is not valid
  public static Optional<TraceParent> parse(String value) {
    String text = value.strip();
    if (text.length() < LENGTH || !dashes(text)) {
      return Optional.empty();
    }
    String version = text.substring(0, 2);
    String traceId = text.substring(3, 35);
    String parentId = text.substring(36, 52);
    String flags = text.substring(53, LENGTH);
    boolean valid =
        hexadecimal(version + traceId + parentId + flags)
            && !version.equals("ff")
            && !zero(traceId)
            && !zero(parentId)
            && rest(text, version);
    return valid
        ? Optional.of(new TraceParent(traceId, parentId, (Integer.parseInt(flags, 16) & 1) == 1))
        : Optional.empty();
  }

  private static boolean dashes(String text) {
    return text.charAt(2) == '-' && text.charAt(35) == '-' && text.charAt(52) == '-';
  }

  private static boolean rest(String text, String version) {
    return text.length() == LENGTH || (!version.equals("00") && text.charAt(LENGTH) == '-');
  }

  public static boolean hexadecimal(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  public static boolean zero(String text) {
    return text.chars().allMatch(c -> c == '0');
  }
}
