package dev.lightfoot.model.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// IPv6 addresses between brackets (URL Standard section 3.5), in the short form of RFC 5952.
final class Ipv6Text {
  private static final int GROUPS = 8;

  private Ipv6Text() {}

  /// The address in its usual form; empty where it is none.
  static Optional<String> parse(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    Optional<List<Integer>> before = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    Optional<List<Integer>> after = groups(gap < 0 ? "" : text.substring(gap + 2), true);
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    int missing = GROUPS - before.get().size() - after.get().size();
    if (gap < 0 ? missing != 0 : missing < 1) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(before.get());
    for (int i = 0; i < missing; i++) {
      all.add(0);
    }
    all.addAll(after.get());
    return Optional.of(shortest(all));
  }

  /// @param last whether the address ends with them, so that IPv4 may stand there
  private static Optional<List<Integer>> groups(String text, boolean last) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(groups);
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean four = last && i == parts.length - 1 && parts[i].contains(".");
      if (four && parts[i].matches("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})")) {
        String[] bytes = parts[i].split("\\.", -1);
        for (int pair = 0; pair < 4; pair += 2) {
          int high = Integer.parseInt(bytes[pair]);
          int low = Integer.parseInt(bytes[pair + 1]);
          if (high > 255 || low > 255) {
            return Optional.empty();
          }
          groups.add((high << 8) | low);
        }
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }

  /// The first of the longest runs of two or more zeros becomes two colons.
  private static String shortest(List<Integer> groups) {
    int best = -1;
    int length = 1;
    for (int start = 0; start < GROUPS; start++) {
      int end = start;
      while (end < GROUPS && groups.get(end) == 0) {
        end++;
      }
      if (end - start > length) {
        best = start;
        length = end - start;
      }
    }
    String head = best < 0 ? hex(groups) : hex(groups.subList(0, best));
    return best < 0 ? head : head + "::" + hex(groups.subList(best + length, GROUPS));
  }

  private static String hex(List<Integer> groups) {
    return String.join(":", groups.stream().map(Integer::toHexString).toList());
  }
}
