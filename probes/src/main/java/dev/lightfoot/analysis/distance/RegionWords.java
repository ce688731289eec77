package dev.lightfoot.analysis.distance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cloud regions in host names: `shop.eu-central-1.elb.amazonaws.com`, `app-westeurope.example`.
/// What follows is inferred: a name may be kept after its machine has moved.
public final class RegionWords {
  private static final List<Word> WORDS =
      Places.known().regions().stream().map(RegionWords::word).toList();

  private RegionWords() {}

  private record Word(Place region, Pattern pattern) {}

  /// A code stands between dots and dashes; a zone's letter or number may follow it.
  private static Word word(Place region) {
    String code = Pattern.quote(region.code());
    return new Word(region, Pattern.compile("(?:^|[.-])" + code + "(?:-?[a-f])?(?:[.-]|$)"));
  }

  /// Whether its code is only a part of another's: `us-east` of `us-east-1`.
  private static boolean isPart(Place region, List<Place> found) {
    return found.stream()
        .map(Place::code)
        .anyMatch(code -> !code.equals(region.code()) && code.contains(region.code()));
  }

  /// The region that this host's name speaks of; empty where it speaks of none or of several.
  public static Optional<Place> in(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    List<Place> found =
        WORDS.stream()
            .filter(word -> word.pattern().matcher(name).find())
            .map(Word::region)
            .toList();
    List<Place> longest = found.stream().filter(each -> !isPart(each, found)).toList();
    return longest.size() == 1 ? Optional.of(longest.getFirst()) : Optional.empty();
  }
}
