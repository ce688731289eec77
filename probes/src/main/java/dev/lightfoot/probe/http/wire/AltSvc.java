package dev.lightfoot.probe.http.wire;

import java.util.ArrayList;
import java.util.List;

/// Reads an `Alt-Svc` field (RFC 7838 section 3): where else an origin can be reached, and how.
public final class AltSvc {
  /// How long an alternative holds where it does not say so, in seconds.
  public static final long DEFAULT_MAX_AGE = 86_400;

  private static final int MAX_LENGTH = 8_192;
  private static final int MAX_SERVICES = 32;

  private final String text;
  private int position;

  private AltSvc(String text) {
    this.text = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }

  /// One alternative.
  ///
  /// @param protocol ALPN name, such as `h3`
  /// @param host empty for the origin's own
  /// @param port its port
  /// @param maxAgeSeconds how long it holds
  public record Service(String protocol, String host, int port, long maxAgeSeconds) {}

  /// Whether the field takes back what was said before.
  public static boolean clears(String value) {
    return value.strip().equals("clear");
  }

  /// The alternatives that can be read, in the order of preference; what cannot be read is left
  /// out.
  public static List<Service> services(String value) {
    return new AltSvc(value).read();
  }

  private List<Service> read() {
    List<Service> services = new ArrayList<>();
    while (position < text.length() && services.size() < MAX_SERVICES) {
      String protocol = token();
      String authority = expect('=') ? value() : "";
      long maxAge = DEFAULT_MAX_AGE;
      while (expect(';')) {
        String name = token();
        String parameter = expect('=') ? value() : "";
        if (name.equals("ma")) {
          maxAge = number(parameter, DEFAULT_MAX_AGE);
        }
      }
      int colon = authority.lastIndexOf(':');
      long port = colon < 0 ? -1 : number(authority.substring(colon + 1), -1);
      if (!protocol.isEmpty() && port > 0 && port <= 65_535) {
        services.add(new Service(protocol, authority.substring(0, colon), (int) port, maxAge));
      }
      if (!expect(',')) {
        return services;
      }
    }
    return services;
  }

  private void space() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private boolean expect(char wanted) {
    space();
    boolean there = position < text.length() && text.charAt(position) == wanted;
    if (there) {
      position++;
    }
    return there;
  }

  private String token() {
    space();
    int start = position;
    while (position < text.length() && "=;,\" \t".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    return text.substring(start, position);
  }

  /// A token or a quoted string (RFC 9110 section 5.6.4).
  private String value() {
    if (!expect('"')) {
      return token();
    }
    StringBuilder value = new StringBuilder();
    while (position < text.length() && text.charAt(position) != '"') {
      if (text.charAt(position) == '\\' && position + 1 < text.length()) {
        position++;
      }
      value.append(text.charAt(position++));
    }
    position++;
    return value.toString();
  }

  private static long number(String digits, long otherwise) {
    boolean plain = !digits.isEmpty() && digits.length() <= 12;
    return plain && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Long.parseLong(digits)
        : otherwise;
  }
}
