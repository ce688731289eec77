package dev.lightfoot.probe;

import dev.lightfoot.model.Header;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Credentials;
import okhttp3.HttpUrl;

/// What a person typed, made into an absolute http or https URL.
///
/// @param url without userinfo and fragment; the host in ASCII (UTS 46)
/// @param authorization the userinfo as a Basic `Authorization` line (RFC 7617), to be sent to this
///   origin only
/// @param unicodeHost the host as people read it, where it differs from its ASCII form
public record TargetUrl(URI url, Optional<Header> authorization, Optional<String> unicodeHost) {
  /// Longer addresses are refused.
  public static final int MAX_LENGTH = 8_192;

  private static final int MAX_HOST = 253;
  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*)://.*");
  private static final Pattern OPAQUE = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):(?!\\d).*");
  private static final Pattern AUTHORITY = Pattern.compile("^[A-Za-z]+:/{2}([^/?#\\\\]*).*");
  private static final Pattern LOCAL =
      Pattern.compile("^(localhost|127\\.[0-9.]+|\\[::1\\])([:/?#].*)?$", Pattern.CASE_INSENSITIVE);

  /// Reads an address as people type it. Without a scheme it is https; on this computer itself
  /// http.
  ///
  /// @throws IllegalArgumentException where it is not an address that can be measured; the message
  ///   is a sentence for people and holds no userinfo
  public static TargetUrl parse(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("Enter an address, such as https://example.com.");
    }
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "The address is " + text.length() + " characters long; " + MAX_LENGTH + " are allowed.");
    }
    if (text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      throw new IllegalArgumentException(
          "The address contains a space; write %20 where one is meant.");
    }
    String absolute = withScheme(text);
    checkAuthority(absolute);
    HttpUrl parsed;
    try {
      parsed = HttpUrl.get(absolute);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"" + shown(absolute) + "\" is not a web address: its host cannot be read.", e);
    }
    return of(parsed);
  }

  private static TargetUrl of(HttpUrl parsed) {
    boolean credentials = !parsed.username().isEmpty() || !parsed.password().isEmpty();
    Optional<Header> authorization =
        credentials
            ? Optional.of(
                new Header(
                    "Authorization", Credentials.basic(parsed.username(), parsed.password())))
            : Optional.empty();
    HttpUrl clean = parsed.newBuilder().username("").password("").fragment(null).build();
    String unicode = IDN.toUnicode(clean.host(), IDN.ALLOW_UNASSIGNED);
    return new TargetUrl(
        URI.create(
            STRAY_PERCENT
                .matcher(clean.toString())
                .replaceAll("%25")
                .replace("|", "%7C")
                .replace("^", "%5E")
                .replace("`", "%60")),
        authorization,
        unicode.equals(clean.host()) ? Optional.empty() : Optional.of(unicode));
  }

  private static String withScheme(String text) {
    Matcher scheme = SCHEME.matcher(text);
    if (scheme.matches()) {
      checkScheme(scheme.group(1));
      return text;
    }
    if (text.startsWith("//")) {
      return "https:" + text;
    }
    Matcher opaque = OPAQUE.matcher(text);
    if (opaque.matches() && (isScheme(opaque.group(1)) || !looksLikeUserinfo(text, opaque))) {
      checkScheme(opaque.group(1));
      return text.replaceFirst(":/*", "://");
    }
    return (LOCAL.matcher(text).matches() ? "http://" : "https://") + text;
  }

  private static boolean isScheme(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "about", "blob", "data", "file", "ftp", "http", "https", "javascript", "mailto", "tel" ->
          true;
      case "ws", "wss" -> true;
      default -> false;
    };
  }

  /// `user:password@host` and `host.name:` look like a scheme, too.
  private static boolean looksLikeUserinfo(String text, Matcher opaque) {
    return text.indexOf('@') > text.indexOf(':') || opaque.group(1).contains(".");
  }

  private static void checkScheme(String scheme) {
    String lower = scheme.toLowerCase(Locale.ROOT);
    if (!lower.equals("http") && !lower.equals("https")) {
      throw new IllegalArgumentException(
          "The scheme " + lower + " cannot be measured; http and https can.");
    }
  }

  private static void checkAuthority(String absolute) {
    Matcher authority = AUTHORITY.matcher(absolute);
    String hostAndPort = authority.matches() ? authority.group(1) : "";
    hostAndPort = hostAndPort.substring(hostAndPort.lastIndexOf('@') + 1);
    if (hostAndPort.isEmpty()) {
      throw new IllegalArgumentException("The address names no host.");
    }
    int colon = hostAndPort.lastIndexOf(':');
    boolean hasPort = colon > hostAndPort.lastIndexOf(']');
    String host = hasPort ? hostAndPort.substring(0, colon) : hostAndPort;
    if (host.length() > MAX_HOST) {
      throw new IllegalArgumentException(
          "The host name is " + host.length() + " characters long; DNS allows " + MAX_HOST + ".");
    }
    String port = hasPort ? hostAndPort.substring(colon + 1) : "";
    if (!port.isEmpty()) {
      checkPort(port);
    }
  }

  private static void checkPort(String port) {
    boolean digits = port.chars().allMatch(c -> c >= '0' && c <= '9');
    long number = digits && port.length() <= 9 ? Long.parseLong(port) : -1;
    if (!digits) {
      throw new IllegalArgumentException("The port is not a number; ports are 1 to 65535.");
    }
    if (number < 1 || number > 65_535) {
      throw new IllegalArgumentException(
          "Port "
              + (port.length() > 12 ? port.substring(0, 12) + "…" : port)
              + " does not exist; ports are 1 to 65535.");
    }
  }

  /// Without userinfo, and not longer than a line.
  private static String shown(String absolute) {
    String hidden = absolute.replaceFirst("//[^/?#]*@", "//");
    return hidden.length() > 100 ? hidden.substring(0, 100) + "…" : hidden;
  }

  /// Without the authorization.
  @Override
  public String toString() {
    return "TargetUrl[" + url + "]";
  }
}
