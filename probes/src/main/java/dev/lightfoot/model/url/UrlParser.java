package dev.lightfoot.model.url;

import dev.lightfoot.model.url.UrlFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The basic URL parser (URL Standard section 4.4) for special schemes with a port, which http and
/// https are. What the standard writes as a state machine is done part by part: fragment and query
/// are cut off first, since nothing before them can hold their marks.
final class UrlParser {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):");
  private static final Pattern DROPPED =
      Pattern.compile("^[\\x00-\\x20]+|[\\x00-\\x20]+$|[\\t\\n\\r]");
  private static final int MAX_PORT = 65_535;

  private final String text;
  private final Optional<String> query;
  private final Optional<WebUrl> base;
  private final UnaryOperator<String> toAscii;

  UrlParser(String given, Optional<WebUrl> base, UnaryOperator<String> toAscii) {
    String clean = DROPPED.matcher(given).replaceAll("");
    int fragment = clean.indexOf('#');
    String whole = fragment < 0 ? clean : clean.substring(0, fragment);
    int mark = whole.indexOf('?');
    this.text = mark < 0 ? whole : whole.substring(0, mark);
    this.query =
        mark < 0 ? Optional.empty() : Optional.of(PercentCoding.query(whole.substring(mark + 1)));
    this.base = base;
    this.toAscii = toAscii;
  }

  static int usualPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  WebUrl parse() {
    Matcher scheme = SCHEME.matcher(text);
    if (!scheme.lookingAt()) {
      return relative(base.orElseThrow(() -> new UrlFault(Kind.RELATIVE, text)), text);
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    String rest = text.substring(scheme.end());
    if (!name.equals("http") && !name.equals("https")) {
      throw new UrlFault(Kind.SCHEME, name);
    }
    return base.isPresent() && base.get().scheme().equals(name)
        ? relative(base.get(), rest)
        : absolute(name, rest);
  }

  private WebUrl relative(WebUrl from, String rest) {
    if (rest.isEmpty()) {
      return at(from, from.path(), query.or(from::query));
    }
    if (!isSlash(rest, 0)) {
      List<String> folders = new ArrayList<>(List.of(from.path().substring(1).split("/", -1)));
      folders.removeLast();
      return at(from, path(folders, rest), query);
    }
    return isSlash(rest, 1)
        ? absolute(from.scheme(), rest)
        : at(from, path(new ArrayList<>(), rest), query);
  }

  private static WebUrl at(WebUrl base, String path, Optional<String> query) {
    return new WebUrl(
        base.scheme(), base.username(), base.password(), base.host(), base.port(), path, query);
  }

  /// However many slashes come before the authority, of either kind.
  private WebUrl absolute(String scheme, String rest) {
    int start = 0;
    while (isSlash(rest, start)) {
      start++;
    }
    int end = start;
    while (end < rest.length() && !isSlash(rest, end)) {
      end++;
    }
    String authority = rest.substring(start, end);
    int at = authority.lastIndexOf('@');
    String user = authority.substring(0, Math.max(0, at));
    int colon = user.indexOf(':');
    String place = authority.substring(at + 1);
    int port = portMark(place);
    String host = port < 0 ? place : place.substring(0, port);
    if (host.isEmpty()) {
      throw new UrlFault(Kind.NO_HOST, "");
    }
    return new WebUrl(
        scheme,
        PercentCoding.userInfo(colon < 0 ? user : user.substring(0, colon)),
        PercentCoding.userInfo(colon < 0 ? "" : user.substring(colon + 1)),
        new UrlHost(toAscii).parse(host),
        port(scheme, port < 0 ? "" : place.substring(port + 1)),
        path(new ArrayList<>(), rest.substring(end)),
        query);
  }

  /// The first colon outside brackets.
  private static int portMark(String place) {
    boolean inside = false;
    for (int i = 0; i < place.length(); i++) {
      char c = place.charAt(i);
      if (c == ':' && !inside) {
        return i;
      }
      inside = c == '[' || (inside && c != ']');
    }
    return -1;
  }

  private static int port(String scheme, String digits) {
    if (digits.isEmpty()) {
      return usualPort(scheme);
    }
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new UrlFault(Kind.PORT, digits);
    }
    String number = digits.replaceFirst("^0+(?=.)", "");
    if (number.length() > 5 || Integer.parseInt(number) > MAX_PORT) {
      throw new UrlFault(Kind.PORT_RANGE, number);
    }
    return Integer.parseInt(number);
  }

  private static boolean isSlash(String text, int at) {
    return at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '\\');
  }

  /// @param segments those it begins with; changed
  private static String path(List<String> segments, String raw) {
    int from = isSlash(raw, 0) ? 1 : 0;
    boolean more = true;
    while (more) {
      int end = from;
      while (end < raw.length() && !isSlash(raw, end)) {
        end++;
      }
      more = end < raw.length();
      add(segments, raw.substring(from, end), more);
      from = end + 1;
    }
    return "/" + String.join("/", segments);
  }

  private static void add(List<String> segments, String segment, boolean more) {
    String dots = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
    if (dots.equals("..") && !segments.isEmpty()) {
      segments.removeLast();
    }
    boolean moves = dots.equals(".") || dots.equals("..");
    if (!moves) {
      segments.add(PercentCoding.path(segment));
    } else if (!more) {
      segments.add("");
    }
  }
}
