package dev.lightfoot.analysis.compare.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Requests that others are looked for among, by their names. Each is found once in a search: of
/// several with one name, the first is the first again.
public final class KnownRequests {
  public static final int NONE = -1;

  private final List<Map<String, Bucket>> byName = new ArrayList<>();
  private final List<Integer> takenIn = new ArrayList<>();
  private int search;

  /// Those of one name, in the order in which they came. Those before the cursor are taken.
  private static final class Bucket {
    private final List<Integer> requests = new ArrayList<>();
    private int cursor;
    private int search;
  }

  /// One that was found.
  ///
  /// @param request its number; [#NONE] where none was
  /// @param level of the name that both have
  record Found(int request, int level) {
    static final Found NOTHING = new Found(NONE, 0);
  }

  KnownRequests() {
    for (int level = 0; level < RequestNames.LEVELS; level++) {
      byName.add(new HashMap<>());
    }
  }

  /// Adds one.
  ///
  /// @return its number, from 0
  int add(RequestNames names) {
    int number = takenIn.size();
    takenIn.add(search);
    for (int level = 0; level < RequestNames.LEVELS; level++) {
      byName.get(level).computeIfAbsent(names.at(level), _ -> new Bucket()).requests.add(number);
    }
    return number;
  }

  /// Looks for all of these, by the surest name first.
  List<Found> find(List<RequestNames> wanted) {
    search++;
    Found[] found = new Found[wanted.size()];
    for (int level = 0; level < RequestNames.LEVELS; level++) {
      for (int i = 0; i < found.length; i++) {
        if (found[i] == null) {
          int request = take(byName.get(level).get(wanted.get(i).at(level)));
          found[i] = request == NONE ? null : new Found(request, level);
        }
      }
    }
    List<Found> all = new ArrayList<>(found.length);
    for (Found each : found) {
      all.add(each == null ? Found.NOTHING : each);
    }
    return all;
  }

  private int take(@Nullable Bucket bucket) {
    if (bucket == null) {
      return NONE;
    }
    if (bucket.search != search) {
      bucket.search = search;
      bucket.cursor = 0;
    }
    while (bucket.cursor < bucket.requests.size()) {
      int request = bucket.requests.get(bucket.cursor++);
      if (takenIn.get(request) != search) {
        takenIn.set(request, search);
        return request;
      }
    }
    return NONE;
  }
}
