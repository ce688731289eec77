package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Header lines as the protocol has them: an object, in which several lines of one name are one
/// text with line breaks.
final class HeaderLines {
  private HeaderLines() {}

  /// The lines, in the order of the object; `:method` and its like belong to no line.
  static List<Header> of(JsonValue headers) {
    List<Header> lines = new ArrayList<>();
    headers
        .members()
        .forEach(
            (name, value) -> {
              if (!name.startsWith(":")) {
                for (String line : value.text().orElse("").split("\n", -1)) {
                  lines.add(new Header(name, line));
                }
              }
            });
    return lines;
  }

  /// Bytes of the values of the `Cookie` lines.
  static long cookieBytes(List<Header> lines) {
    return lines.stream()
        .filter(line -> line.named("cookie"))
        .mapToLong(line -> bytes(line.value()))
        .sum();
  }

  /// Bytes of the header section of a request in HTTP/1.1, in which nothing is compressed.
  ///
  /// @param target the path and query
  static long sectionBytes(String method, String target, List<Header> lines) {
    long first = bytes(method) + bytes(target) + "  HTTP/1.1\r\n".length();
    return first
        + lines.stream()
            .mapToLong(line -> bytes(line.name()) + bytes(line.value()) + ": \r\n".length())
            .sum()
        + "\r\n".length();
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
