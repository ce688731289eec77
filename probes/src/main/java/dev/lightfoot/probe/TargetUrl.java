package dev.lightfoot.probe;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.url.PercentCoding;
import dev.lightfoot.model.url.UrlFault;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.http.Urls;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Credentials;

/// What a person typed, made into an absolute http or https URL.
///
/// @param url without userinfo and fragment; the host in ASCII (UTS 46)
/// @param authorization the userinfo as a Basic `Authorization` line (RFC 7617), to be sent to this
///   origin only
/// @param unicodeHost the host as people read it, where it differs from its ASCII form
public record TargetUrl(WebUrl url, Optional<Header> authorization, Optional<String> unicodeHost) {
  /// Longer addresses are refused.
  public static final int MAX_LENGTH = 8_192;

  private static final int MAX_HOST = 253;
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*)://.*");
  private static final Pattern OPAQUE = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):(?!\\d).*");
  private static final Pattern LOCAL =
      Pattern.compile(
          "^(localhost\\.?|127\\.[0-9.]+|\\[::1\\])([:/?#].*)?$", Pattern.CASE_INSENSITIVE);

  /// Reads an address as people type it. Without a scheme it is https; on this computer itself
  /// http. All else is as in a browser.
  ///
  /// @throws IllegalArgumentException where it is not an address that can be measured; the message
  ///   is a sentence for people and holds no userinfo
  public static TargetUrl parse(String typed) {
    String text = typed.replaceAll("^[\\s\\x00-\\x20]+|[\\s\\x00-\\x20]+$|[\\t\\n\\r]", "");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("Enter an address, such as https://example.com.");
    }
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "The address is " + text.length() + " characters long; " + MAX_LENGTH + " are allowed.");
    }
    try {
      return of(WebUrl.parse(withScheme(text), Urls::toAscii));
    } catch (UrlFault e) {
      throw new IllegalArgumentException(Urls.why(e), e);
    }
  }

  private static TargetUrl of(WebUrl parsed) {
    check(parsed);
    boolean credentials = !parsed.username().isEmpty() || !parsed.password().isEmpty();
    Optional<Header> authorization =
        credentials
            ? Optional.of(
                new Header(
                    "Authorization",
                    Credentials.basic(
                        PercentCoding.decoded(parsed.username()),
                        PercentCoding.decoded(parsed.password()))))
            : Optional.empty();
    String unicode = IDN.toUnicode(parsed.host(), IDN.ALLOW_UNASSIGNED);
    return new TargetUrl(
        parsed.withoutUserInfo(),
        authorization,
        unicode.equals(parsed.host()) ? Optional.empty() : Optional.of(unicode));
  }

  /// What may stand in a URL but cannot be asked for.
  private static void check(WebUrl url) {
    if (url.host().length() > MAX_HOST) {
      throw new IllegalArgumentException(
          "The host name is "
              + url.host().length()
              + " characters long; DNS allows "
              + MAX_HOST
              + ".");
    }
    if (url.port() == 0) {
      throw new IllegalArgumentException("Port 0 does not exist; ports are 1 to 65535.");
    }
    try {
      Urls.of(url.withoutUserInfo());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"" + url.host() + "\" is not a host name that can be asked for.", e);
    }
  }

  private static String withScheme(String text) {
    Matcher scheme = SCHEME.matcher(text);
    if (scheme.matches()) {
      return text;
    }
    if (text.startsWith("//")) {
      return "https:" + text;
    }
    Matcher opaque = OPAQUE.matcher(text);
    if (opaque.matches() && (isScheme(opaque.group(1)) || !looksLikeUserinfo(text, opaque))) {
      return text;
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

  /// Without the authorization.
  @Override
  public String toString() {
    return "TargetUrl[" + url + "]";
  }
}
