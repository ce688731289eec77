package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldTexts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads one JSON object that stands in a line. Members of inner objects have the keys on the way
/// to them before their own: `request.method`; of an array the first value counts.
///
/// Written by hand because servers write what is not quite JSON: bytes that are no UTF-8, and
/// `\x22` where nginx's format lacks `escape=json`.
final class JsonLine {
  private static final int DEEPEST = 64;
  private static final int LONGEST_NAME = 4096;
  private static final int REMEMBERED = 4096;

  private final FieldNames names;
  private final Map<String, Optional<Fact>> known = new HashMap<>();
  private final FieldTexts texts = new FieldTexts();
  private final byte[] path = new byte[DEEPEST * 64 + LONGEST_NAME];
  private final int[] pathEnds = new int[DEEPEST];
  private final boolean[] arrays = new boolean[DEEPEST];

  private byte[] b = path;
  private int at;
  private int end;
  private int depth;
  private int pathEnd;
  private int from;
  private int to;
  private boolean escaped;

  JsonLine(FieldNames names) {
    this.names = names;
  }

  /// Finds the facts of an object; false, and why, where it is none.
  boolean scan(byte[] bytes, int start, int stop, Entry into) {
    b = bytes;
    at = start;
    end = stop;
    depth = 0;
    pathEnd = 0;
    if (!open()) {
      return into.refuse("it is no JSON object");
    }
    while (depth > 0) {
      if (!step(into)) {
        return into.refuse("its JSON breaks off or is none at byte " + (at - start + 1));
      }
    }
    blank();
    return at == end || into.refuse("something follows its JSON object");
  }

  /// One member, or one end of an object or array.
  private boolean step(Entry into) {
    blank();
    if (at == end) {
      return false;
    }
    if (b[at] == ',') {
      at++;
      blank();
    }
    if (at == end) {
      return false;
    }
    if (b[at] == (arrays[depth - 1] ? ']' : '}')) {
      at++;
      depth--;
      pathEnd = pathEnds[depth];
      return true;
    }
    int outer = pathEnd;
    if (!arrays[depth - 1] && !key()) {
      return false;
    }
    blank();
    if (at < end && (b[at] == '{' || b[at] == '[')) {
      return open(outer);
    }
    boolean read = at < end && (b[at] == '"' ? string() : bare());
    if (read) {
      note(into);
    }
    pathEnd = outer;
    return read;
  }

  private boolean open() {
    return at < end && b[at] == '{' && open(0);
  }

  private boolean open(int outer) {
    if (depth == DEEPEST) {
      return false;
    }
    arrays[depth] = b[at] == '[';
    pathEnds[depth++] = outer;
    at++;
    return true;
  }

  private boolean key() {
    if (b[at] != '"' || !string() || to - from > LONGEST_NAME) {
      return false;
    }
    if (pathEnd + to - from + 1 > path.length) {
      return false;
    }
    if (pathEnd > 0) {
      path[pathEnd++] = '.';
    }
    System.arraycopy(b, from, path, pathEnd, to - from);
    pathEnd += to - from;
    blank();
    return at < end && b[at++] == ':';
  }

  private boolean string() {
    from = ++at;
    escaped = false;
    while (at < end && b[at] != '"') {
      if (b[at] == '\\') {
        escaped = true;
        at++;
      }
      at++;
    }
    to = at;
    return at++ < end;
  }

  private boolean bare() {
    from = at;
    escaped = false;
    while (at < end && b[at] != ',' && b[at] != '}' && b[at] != ']' && b[at] > ' ') {
      at++;
    }
    to = at;
    return to > from;
  }

  private void blank() {
    while (at < end && b[at] <= ' ' && b[at] >= 0) {
      at++;
    }
  }

  private void note(Entry into) {
    Optional<Fact> fact = fact(texts.text(path, 0, pathEnd));
    if (fact.isEmpty() || into.has(fact.get()) || isNull()) {
      return;
    }
    if (escaped) {
      into.putEscaped(fact.get(), b, from, to);
    } else {
      into.put(fact.get(), b, from, to);
    }
  }

  private Optional<Fact> fact(String key) {
    Optional<Fact> fact = known.get(key);
    if (fact == null) {
      fact = names.fact(key);
      if (known.size() < REMEMBERED) {
        known.put(key, fact);
      }
    }
    return fact;
  }

  private boolean isNull() {
    return to - from == 4 && b[from] == 'n' && b[from + 3] == 'l' && b[from - 1] != '"';
  }
}
