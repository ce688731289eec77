package dev.lightfoot.codec.accesslog.entry;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;

/// Takes `10.0.0.1:8000`, `[2001:db8::1]:80`, `http://10.0.0.1:80` and `unix:/run/app.sock` apart.
final class ServerAddress {
  private static final int LONGEST_PORT = 5;

  private ServerAddress() {}

  /// Adds host and port.
  static void add(Attributes.Builder into, String written) {
    int scheme = written.indexOf("://");
    String address = scheme < 0 ? written : written.substring(scheme + 3);
    int colon = portColon(address);
    into.add(AttributeNames.SERVER_ADDRESS, host(address));
    if (colon >= 0) {
      into.add(AttributeNames.SERVER_PORT, address.substring(colon + 1));
    }
  }

  /// Without the port and brackets.
  static String host(String address) {
    int colon = portColon(address);
    String host = colon < 0 ? address : address.substring(0, colon);
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static int portColon(String address) {
    int colon = address.lastIndexOf(':');
    boolean bare = colon != address.indexOf(':') && !address.startsWith("[");
    int digits = address.length() - colon - 1;
    if (colon <= 0 || bare || digits == 0 || digits > LONGEST_PORT) {
      return -1;
    }
    for (int i = colon + 1; i < address.length(); i++) {
      if (!Character.isDigit(address.charAt(i))) {
        return -1;
      }
    }
    return colon;
  }
}
