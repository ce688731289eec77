package dev.lightfoot.model.url;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// IPv4 addresses as browsers read them (URL Standard section 3.5): fewer than four numbers, octal
/// and hexadecimal ones, a dot at the end.
final class Ipv4Text {
  private Ipv4Text() {}

  /// Whether a host ends in a number, so that it is an address or nothing: no top-level domain is a
  /// number.
  static boolean isMeant(String host) {
    List<String> parts = parts(host);
    String last = parts.getLast();
    boolean hexadecimal = last.startsWith("0x") || last.startsWith("0X");
    boolean begins = !last.isEmpty() && last.charAt(0) >= '0' && last.charAt(0) <= '9';
    return begins
        && (hexadecimal ? number(last).isPresent() : last.chars().allMatch(Character::isDigit));
  }

  /// The address in its usual form; empty where it is none.
  static Optional<String> parse(String host) {
    List<String> parts = parts(host);
    if (parts.size() > 4) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.size(); i++) {
      Optional<BigInteger> number = number(parts.get(i));
      int bytes = i == parts.size() - 1 ? 4 - i : 1;
      if (number.isEmpty() || number.get().bitLength() > 8 * bytes) {
        return Optional.empty();
      }
      address |= number.get().longValue() << (8 * (4 - i - bytes));
    }
    return Optional.of(
        ((address >> 24) & 0xff)
            + "."
            + ((address >> 16) & 0xff)
            + "."
            + ((address >> 8) & 0xff)
            + "."
            + (address & 0xff));
  }

  private static List<String> parts(String host) {
    List<String> parts = new ArrayList<>(List.of(host.split("\\.", -1)));
    if (parts.size() > 1 && parts.getLast().isEmpty()) {
      parts.removeLast();
    }
    return parts;
  }

  private static Optional<BigInteger> number(String text) {
    if (text.matches("0[xX][0-9a-fA-F]*")) {
      return Optional.of(new BigInteger("0" + text.substring(2), 16));
    }
    if (text.matches("0[0-7]+")) {
      return Optional.of(new BigInteger(text, 8));
    }
    return text.matches("0|[1-9][0-9]*") ? Optional.of(new BigInteger(text)) : Optional.empty();
  }
}
