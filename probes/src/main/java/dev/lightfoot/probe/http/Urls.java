package dev.lightfoot.probe.http;

import dev.lightfoot.model.url.UrlFault;
import dev.lightfoot.model.url.WebUrl;
import okhttp3.HttpUrl;

/// URLs between our parser and the HTTP library, which is given nothing that is not read already.
public final class Urls {
  private Urls() {}

  /// A host name in ASCII (UTS 46), by the tables of the HTTP library: Java's own are those of
  /// 2003.
  ///
  /// @throws IllegalArgumentException where there is no such name
  public static String toAscii(String name) {
    return new HttpUrl.Builder().scheme("http").host(name).build().host();
  }

  /// As the library has it: the same characters.
  ///
  /// @throws IllegalArgumentException where it cannot ask for such a host
  public static HttpUrl of(WebUrl url) {
    return HttpUrl.get(url.toString());
  }

  /// As ours.
  public static WebUrl of(HttpUrl url) {
    return WebUrl.of(url.toString());
  }

  /// What is wrong with an address, as a sentence.
  public static String why(UrlFault fault) {
    String part = brief(fault.part());
    return switch (fault.kind()) {
      case SCHEME -> "The scheme " + part + " cannot be measured; http and https can.";
      case RELATIVE, NO_HOST -> "The address names no host.";
      case HOST -> host(part);
      case PORT -> "The port is not a number; ports are 1 to 65535.";
      case PORT_RANGE -> "Port " + part + " does not exist; ports are 1 to 65535.";
    };
  }

  private static String host(String host) {
    if (host.contains(" ")) {
      return "The host name contains a space: \"" + host + "\".";
    }
    return host.matches(".*[0-9.]")
        ? "\"" + host + "\" is not an IPv4 address, and no host name ends in a number."
        : "\"" + host + "\" is not a host name: it cannot be read.";
  }

  private static String brief(String part) {
    String words = part.replaceAll("\\p{Cntrl}+", " ");
    return words.length() > 60 ? words.substring(0, 60) + "…" : words;
  }
}
