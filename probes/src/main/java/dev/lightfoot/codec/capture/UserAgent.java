package dev.lightfoot.codec.capture;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which browser a `User-Agent` field names. Most name several: the first of this list counts.
public final class UserAgent {
  private record Product(String name, Pattern token) {}

  private static final int LONGEST = 1_000;

  private static final List<Product> PRODUCTS =
      List.of(
          product("Edge", "Edg(?:e|A|iOS)?/([0-9.]+)"),
          product("Opera", "OPR/([0-9.]+)"),
          product("Firefox", "(?:Firefox|FxiOS)/([0-9.]+)"),
          product("HeadlessChrome", "HeadlessChrome/([0-9.]+)"),
          product("Chrome", "(?:Chrome|CriOS)/([0-9.]+)"),
          product("Safari", "Version/([0-9.]+).*Safari/"));

  private UserAgent() {}

  private static Product product(String name, String token) {
    return new Product(name, Pattern.compile("(?<![A-Za-z])" + token));
  }

  /// Its name and version; empty where the field names none that is known.
  public static Optional<String> browser(String field) {
    String text = field.substring(0, Math.min(field.length(), LONGEST));
    for (Product product : PRODUCTS) {
      var found = product.token.matcher(text);
      if (found.find()) {
        return Optional.of(product.name + " " + found.group(1));
      }
    }
    return Optional.empty();
  }
}
