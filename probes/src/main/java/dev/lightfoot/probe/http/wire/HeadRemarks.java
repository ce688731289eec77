package dev.lightfoot.probe.http.wire;

import dev.lightfoot.model.Header;
import dev.lightfoot.probe.trace.ResponseHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What is wrong with a response head although it could be measured, in sentences for people.
public final class HeadRemarks {
  /// Lines that concern one connection of HTTP/1.1 (RFC 9113 section 8.2.2).
  private static final Set<String> OF_CONNECTION =
      Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

  private static final int NO_CONTENT = 204;
  private static final int RESET_CONTENT = 205;
  private static final int PROXY_AUTHENTICATION = 407;

  private HeadRemarks() {}

  /// Whether a body is announced with a status that has none, so that none is waited for.
  public static boolean announcesInVain(ResponseHead head) {
    return (head.status() == NO_CONTENT || head.status() == RESET_CONTENT)
        && head.announcedLength().orElse(0) > 0;
  }

  /// What breaks a rule without harm, in sentences.
  ///
  /// @param shared whether it came over h2 or h3
  public static List<String> of(ResponseHead head, String host, boolean shared, boolean proxied) {
    List<String> remarks = new ArrayList<>();
    if (announcesInVain(head)) {
      remarks.add(
          host
              + " answered "
              + head.status()
              + ", which has no body, and yet announced one of "
              + head.announcedLength().orElseThrow()
              + " bytes (Content-Length); it was not waited for.");
    }
    if (head.status() == NO_CONTENT && !shared && !head.list("transfer-encoding").isEmpty()) {
      remarks.add(
          host
              + " answered 204, which has no body, and yet announced one (Transfer-Encoding); it"
              + " was not waited for.");
    }
    if (head.status() == PROXY_AUTHENTICATION && !proxied) {
      remarks.add(
          host
              + " answered 407 (Proxy Authentication Required) although it was asked directly:"
              + " only a proxy may answer so.");
    }
    if (head.version().equals("ICY")) {
      remarks.add(host + " answered with ICY in place of HTTP/1.0, as Shoutcast servers do.");
    } else if (head.version().matches("HTTP/1\\.[2-9]")) {
      remarks.add(
          host
              + " answered in "
              + head.version()
              + ", a version that does not exist; it was read as HTTP/1.1.");
    }
    if (shared) {
      head.lines().stream()
          .map(Header::name)
          .map(name -> name.toLowerCase(Locale.ROOT))
          .filter(OF_CONNECTION::contains)
          .distinct()
          .map(name -> host + " sent the header " + name + ", which only HTTP/1.1 may have.")
          .forEach(remarks::add);
    }
    return remarks;
  }
}
