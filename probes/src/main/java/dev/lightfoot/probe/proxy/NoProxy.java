package dev.lightfoot.probe.proxy;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/// The hosts that a proxy is not used for, as curl reads `no_proxy`: entries with commas or spaces
/// between; `*` is every host; a name, with or without a leading dot, is itself and everything
/// below it; an address is itself; a network in CIDR form holds its addresses.
final class NoProxy {
  private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

  private NoProxy() {}

  static boolean holds(String list, String host) {
    String wanted = bare(host);
    for (String entry : SEPARATOR.split(list.strip(), -1)) {
      if (entry.equals("*") || (!entry.isEmpty() && matches(bare(entry), wanted))) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String entry, String host) {
    if (isAddress(host)) {
      return entry.contains("/") ? inNetwork(entry, host) : sameAddress(entry, host);
    }
    String name = entry.startsWith(".") ? entry.substring(1) : entry;
    return !name.isEmpty() && (host.equals(name) || host.endsWith("." + name));
  }

  private static boolean sameAddress(String entry, String host) {
    return isAddress(entry) && InetAddress.ofLiteral(entry).equals(InetAddress.ofLiteral(host));
  }

  private static boolean inNetwork(String entry, String host) {
    int slash = entry.indexOf('/');
    String network = entry.substring(0, slash);
    String length = entry.substring(slash + 1);
    if (!isAddress(network) || !length.matches("\\d{1,3}")) {
      return false;
    }
    byte[] base = InetAddress.ofLiteral(network).getAddress();
    byte[] address = InetAddress.ofLiteral(host).getAddress();
    int bits = Integer.parseInt(length);
    if (base.length != address.length || bits > base.length * 8) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((base[bit / 8] & mask) != (address[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAddress(String text) {
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// In lower case, without brackets and the dot of the root.
  private static String bare(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replaceFirst("^\\[(.*)]$", "$1");
    return lower.length() > 1 && lower.endsWith(".")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }
}
