package dev.lightfoot.probe.cascade;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The columns that `grid-template-columns` names.
final class Tracks {
  private static final Pattern NAMES = Pattern.compile("\\[[^\\]]*]");
  private static final Pattern FUNCTION = Pattern.compile("[a-z-]+\\([^()]*\\)");
  private static final Pattern REPEATED = Pattern.compile("repeat\\((\\d{1,4}),([^()]*)\\)");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int LONGEST = 1_000;

  private Tracks() {}

  /// How many; empty where the layout decides, or nothing is named.
  static OptionalInt count(String tracks) {
    if (tracks.isBlank() || tracks.equals("none") || tracks.length() > LONGEST) {
      return OptionalInt.empty();
    }
    String plain = NAMES.matcher(tracks).replaceAll(" ");
    int count = 0;
    while (plain.indexOf('(') >= 0) {
      Matcher repeated = REPEATED.matcher(plain);
      Matcher any = FUNCTION.matcher(plain);
      if (repeated.find()) {
        count += Integer.parseInt(repeated.group(1)) * words(repeated.group(2));
        plain = plain.substring(0, repeated.start()) + " " + plain.substring(repeated.end());
      } else if (any.find() && !any.group().startsWith("repeat")) {
        plain = plain.substring(0, any.start()) + "x" + plain.substring(any.end());
      } else {
        return OptionalInt.empty();
      }
    }
    boolean open = plain.contains("subgrid") || plain.contains("masonry");
    int all = count + words(plain);
    return open || all == 0 ? OptionalInt.empty() : OptionalInt.of(all);
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : SPACE.split(text.strip(), -1).length;
  }
}
