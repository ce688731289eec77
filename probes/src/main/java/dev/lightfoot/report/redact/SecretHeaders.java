package dev.lightfoot.report.redact;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.SecretNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Takes secrets out of header fields. Cookies keep their names, credentials their scheme.
final class SecretHeaders {
  private final SecretText text;
  private final Map<String, Boolean> secretNames = new HashMap<>();

  SecretHeaders(SecretText text) {
    this.text = text;
  }

  Header clean(Header header) {
    return new Header(header.name(), value(header));
  }

  private String value(Header header) {
    String name = header.name().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "cookie" -> cookies(header.value());
      case "set-cookie" -> setCookie(header.value());
      case "authorization", "proxy-authorization" ->
          text.credential("header " + name, header.value());
      default ->
          secretNames.computeIfAbsent(name, SecretNames::header)
              ? text.remove("header " + name, header.value())
              : text.clean(header.value());
    };
  }

  private String cookies(String value) {
    List<String> pairs = new ArrayList<>();
    for (String pair : value.split(";", -1)) {
      pairs.add(cookie(pair.strip()));
    }
    return String.join("; ", pairs);
  }

  private String setCookie(String value) {
    int end = value.indexOf(';');
    return end < 0 ? cookie(value) : cookie(value.substring(0, end)) + value.substring(end);
  }

  private String cookie(String pair) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      return text.remove("cookie without a name", pair);
    }
    String name = pair.substring(0, equals);
    return name + "=" + text.remove("cookie " + name, pair.substring(equals + 1));
  }
}
