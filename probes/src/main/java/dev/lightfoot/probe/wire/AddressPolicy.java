package dev.lightfoot.probe.wire;

import java.net.Inet4Address;
import java.net.InetAddress;

/// Which addresses lie inside a private network, where a public site must not send us.
@FunctionalInterface
public interface AddressPolicy {

  /// Loopback, link-local, private, shared and unspecified addresses of IPv4 and IPv6 (IANA
  /// special-purpose registries, RFC 6890).
  AddressPolicy STANDARD = AddressPolicy::specialPurpose;

  boolean isPrivate(InetAddress address);

  private static boolean specialPurpose(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? specialV4(bytes, 0) : specialV6(bytes);
  }

  private static boolean specialV4(byte[] bytes, int offset) {
    int first = bytes[offset] & 0xff;
    int second = bytes[offset + 1] & 0xff;
    return first == 0 // "this network"
        || first == 10
        || first == 127
        || first >= 240 // reserved and broadcast
        || (first == 100 && (second & 0xc0) == 64) // carrier-grade NAT
        || (first == 169 && second == 254)
        || (first == 172 && (second & 0xf0) == 16)
        || (first == 192 && second == 168)
        || (first == 192 && second == 0 && bytes[offset + 2] == 0)
        || (first == 198 && (second & 0xfe) == 18); // benchmarking
  }

  private static boolean specialV6(byte[] bytes) {
    if ((bytes[0] & 0xfe) == 0xfc) { // unique local
      return true;
    }
    boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    return nat64 ? specialV4(bytes, 12) : sixToFour && specialV4(bytes, 2);
  }
}
