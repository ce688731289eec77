package dev.lightfoot.model.url;

import java.net.IDN;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// An http or https URL as browsers read and send it (URL Standard of the WHATWG), without its
/// fragment. The one parser of the program: for what people type, for a `Location`, for what a
/// snapshot holds.
///
/// A vertical bar in the path is sent as `%7C`, where the standard lets it stand: so does the HTTP
/// library, and a server must not see one URL in two ways.
///
/// @param scheme `http` or `https`
/// @param username percent-encoded; empty for none
/// @param password percent-encoded; empty for none
/// @param host in ASCII: a name or an address, IPv6 without brackets
/// @param port the one given, else that of the scheme
/// @param path begins with a slash
/// @param query without its question mark; empty where there is none
public record WebUrl(
    String scheme,
    String username,
    String password,
    String host,
    int port,
    String path,
    Optional<String> query) {

  /// Reads an absolute URL.
  ///
  /// @param toAscii makes a name with other letters ASCII (UTS 46); throws
  ///   [IllegalArgumentException] where it cannot
  /// @throws UrlFault where it is none, or of another scheme
  public static WebUrl parse(String text, UnaryOperator<String> toAscii) {
    return new UrlParser(text, Optional.empty(), toAscii).parse();
  }

  /// Reads what may be relative to this one.
  ///
  /// @param toAscii as with [#parse]
  /// @throws UrlFault where it leads to no http or https URL
  public WebUrl resolve(String text, UnaryOperator<String> toAscii) {
    return new UrlParser(text, Optional.of(this), toAscii).parse();
  }

  /// Reads an absolute URL that this program wrote.
  ///
  /// @throws UrlFault where it is none
  public static WebUrl of(String text) {
    return parse(text, name -> IDN.toASCII(name, IDN.ALLOW_UNASSIGNED));
  }

  /// Reads what a file holds as a URL; empty where it is no http or https URL.
  public static Optional<WebUrl> read(String text) {
    try {
      return Optional.of(of(text));
    } catch (UrlFault e) {
      return Optional.empty();
    }
  }

  /// The host in what a file holds as a URL, for people; the whole text where it is none.
  public static String hostIn(String text) {
    return read(text).map(WebUrl::hostInUrl).orElse(text);
  }

  /// Without user and password.
  public WebUrl withoutUserInfo() {
    return new WebUrl(scheme, "", "", host, port, path, query);
  }

  public boolean isSecure() {
    return scheme.equals("https");
  }

  /// The host as it stands in a URL: IPv6 in brackets.
  public String hostInUrl() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /// Host and port as a `Host` field has them: the scheme's own port is not named.
  public String authority() {
    return port == UrlParser.usualPort(scheme) ? hostInUrl() : hostInUrl() + ":" + port;
  }

  /// Scheme, host and port.
  public String origin() {
    return scheme + "://" + authority();
  }

  /// Path and query, as a request line has them.
  public String target() {
    return path + query.map(text -> "?" + text).orElse("");
  }

  /// The whole URL; never with user and password.
  @Override
  public String toString() {
    return origin() + target();
  }
}
