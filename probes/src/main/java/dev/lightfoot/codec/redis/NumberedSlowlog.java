package dev.lightfoot.codec.redis;

import dev.lightfoot.codec.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SLOWLOG GET as on a terminal: values are numbered, the words of the command stand further in.
final class NumberedSlowlog {
  /// No part of these can be read in two ways, so they take time linear in a line.
  private static final Pattern BEGIN =
      Pattern.compile(" {0,9}\\d{1,9}\\) 1\\) \\(integer\\) (\\d{1,18})");

  private static final Pattern VALUE = Pattern.compile("( {1,40})(\\d{1,9})\\) (.*)");
  private static final int WORDS = 64;

  private final RedisSpans spans;
  private final Reading into;
  private final List<String> fields = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private String place = "";
  private int depth;

  NumberedSlowlog(RedisSpans spans, Reading into) {
    this.spans = spans;
    this.into = into;
  }

  static boolean begins(String line) {
    return BEGIN.matcher(line).matches();
  }

  void line(String line, String linePlace) {
    Matcher begin = BEGIN.matcher(line);
    if (begin.matches()) {
      end();
      place = linePlace;
      fields.add(begin.group(1));
      depth = line.indexOf("1) (integer)");
      return;
    }
    Matcher value = VALUE.matcher(line);
    if (line.isBlank()) {
      return;
    }
    if (!value.matches() || fields.isEmpty()) {
      into.skipped(linePlace, "it is not a value of SLOWLOG");
    } else if (value.group(1).length() > depth) {
      word(value.group(3));
    } else {
      field(value.group(3));
    }
  }

  private void field(String text) {
    if (text.startsWith("1) ")) {
      word(text.substring(3));
    } else if (text.startsWith("(integer) ")) {
      fields.add(text.substring("(integer) ".length()));
    } else {
      fields.add(RedisWords.of(text).map(List::getFirst).orElse(""));
    }
  }

  private void word(String text) {
    if (words.size() < WORDS) {
      words.add(RedisWords.of(text).map(List::getFirst).orElse("?"));
    }
  }

  void end() {
    if (!fields.isEmpty()) {
      fields.addAll(List.of("", "", ""));
      new SlowlogEntry(
              fields.get(0), fields.get(1), fields.get(2), List.copyOf(words), fields.get(3))
          .write(place, spans, into);
    }
    fields.clear();
    words.clear();
  }
}
