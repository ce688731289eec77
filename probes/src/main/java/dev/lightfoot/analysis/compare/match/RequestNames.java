package dev.lightfoot.analysis.compare.match;

import dev.lightfoot.model.url.WebUrl;
import java.util.Optional;
import java.util.regex.Pattern;

/// The names that a request goes by, from the surest to the vaguest.
///
/// @param exact its URL
/// @param hashless without what a build or a cache buster puts into it
/// @param numberless and without numbers in its host, such as those of `cdn1` and `cdn2`
/// @param hostless and without its origin
record RequestNames(String exact, String hashless, String numberless, String hostless) {
  /// How many names there are.
  static final int LEVELS = 4;

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /// Parameters whose only purpose is to make a URL another one.
  private static final Pattern BUSTER =
      Pattern.compile("(?<=[?&])(v|ver|version|hash|rev|t|ts|cb|_)=[^&]*");

  /// Six or more characters with a digit among them.
  private static final Pattern HASH =
      Pattern.compile("(?<=[-._/=?~])(?=[A-Za-z_]*[0-9])[0-9A-Za-z_]{6,}(?=[-._/&?~]|$)");

  /// Eight or more letters in the place of a hash, with an upper-case letter after a lower-case
  /// one: `index-DiwrgTda.js`.
  private static final Pattern LETTERS =
      Pattern.compile(
          "(?<=[-.])(?=[A-Z_]*[a-z][a-z_]*[A-Z])[A-Za-z_]{8,}(?=\\.[a-z0-9]{2,5}(?:\\?|$))");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  static RequestNames of(String url) {
    Optional<WebUrl> read = WebUrl.read(url);
    if (read.isEmpty()) {
      return new RequestNames(url, url, url, url);
    }
    String place = hashless(read.get().target());
    String origin = read.get().origin();
    return new RequestNames(
        url, origin + place, NUMBER.matcher(origin).replaceAll("#") + place, place);
  }

  private static String hashless(String target) {
    String place = UUID.matcher(target).replaceAll("*");
    place = BUSTER.matcher(place).replaceAll("$1=*");
    place = HASH.matcher(place).replaceAll("*");
    return LETTERS.matcher(place).replaceAll("*");
  }

  /// The same of a request by that method.
  RequestNames by(String method) {
    return method.equals("GET")
        ? this
        : new RequestNames(
            method + " " + exact,
            method + " " + hashless,
            method + " " + numberless,
            method + " " + hostless);
  }

  /// The name at that level, from 0.
  String at(int level) {
    return switch (level) {
      case 0 -> exact;
      case 1 -> hashless;
      case 2 -> numberless;
      case 3 -> hostless;
      default -> throw new IllegalArgumentException("there is no level " + level);
    };
  }

  /// What two requests that have that name in common are matched by.
  static MatchedBy matchedBy(int level) {
    return switch (level) {
      case 0 -> MatchedBy.SAME_URL;
      case 1 -> MatchedBy.HASH_IGNORED;
      default -> MatchedBy.HOST_IGNORED;
    };
  }
}
