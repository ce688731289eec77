package dev.lightfoot.model.url;

import dev.lightfoot.model.url.UrlFault.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The host parser (URL Standard section 3.5): a name in ASCII, or an address in its usual form,
/// however it was written.
final class UrlHost {
  /// Forbidden domain code points, beside control characters.
  private static final String FORBIDDEN = " #/:<>?@[\\]^|%\u007f";

  private final UnaryOperator<String> toAscii;

  /// @param toAscii makes a name with other letters ASCII
  UrlHost(UnaryOperator<String> toAscii) {
    this.toAscii = toAscii;
  }

  /// The host in ASCII, IPv6 without brackets.
  String parse(String given) {
    if (given.startsWith("[")) {
      if (!given.endsWith("]")) {
        throw fault(given);
      }
      return Ipv6Text.parse(given.substring(1, given.length() - 1)).orElseThrow(() -> fault(given));
    }
    String name = ascii(given);
    if (name.isEmpty() || name.chars().anyMatch(c -> c < 0x20 || FORBIDDEN.indexOf(c) >= 0)) {
      throw fault(given);
    }
    if (!Ipv4Text.isMeant(name)) {
      return name;
    }
    Optional<String> address = Ipv4Text.parse(name);
    return address.orElseThrow(() -> fault(given));
  }

  /// A name of ASCII letters without punycode needs no mapping but to lower case.
  private String ascii(String given) {
    String name = PercentCoding.decoded(given);
    String lower = name.toLowerCase(Locale.ROOT);
    boolean plain = name.chars().allMatch(c -> c < 0x80);
    if (plain && !lower.startsWith("xn--") && !lower.contains(".xn--")) {
      return lower;
    }
    if (name.contains("%") || name.contains(":") || name.contains("[")) { // decoded once already
      throw fault(given);
    }
    try {
      String mapped = toAscii.apply(name);
      if (!toAscii.apply(mapped).equals(mapped)) {
        throw fault(given); // what was read must be read the same again
      }
      return mapped;
    } catch (IllegalArgumentException e) {
      throw fault(given);
    }
  }

  private static UrlFault fault(String given) {
    return new UrlFault(Kind.HOST, given);
  }
}
