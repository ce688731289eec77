package dev.lightfoot.analysis.database;

import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.statement.CallText;
import dev.lightfoot.analysis.statement.Verb;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whether what was read earlier in a request may be different by now: something was written to its
/// table, or a transaction ended. Told call by call, in order of time; times are their numbers.
final class Freshness {
  private final Map<String, Integer> written = new HashMap<>();
  private int all = -1;

  /// Takes the next call.
  void note(int number, Call call) {
    CallText text = call.text();
    boolean changes = text.verb().changes();
    if (text.verb() == Verb.END || (changes && text.tables().isEmpty())) {
      all = number;
    } else if (changes) {
      for (String table : text.tables()) {
        written.put(bare(table), number);
      }
    }
  }

  /// Whether what that call reads is as it was when it was read at that number.
  boolean isSame(Call call, int since) {
    List<String> tables = call.text().tables();
    if (all >= since || (tables.isEmpty() && !written.isEmpty())) {
      return false;
    }
    for (String table : tables) {
      if (written.getOrDefault(bare(table), -1) >= since) {
        return false;
      }
    }
    return true;
  }

  /// Without its schema, in small letters.
  private static String bare(String table) {
    return table.substring(table.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
