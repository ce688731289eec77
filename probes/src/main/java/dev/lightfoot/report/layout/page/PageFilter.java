package dev.lightfoot.report.layout.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Which requests of a page are shown. Terms stand next to each other and must all hold:
///
///     css host:cdn trips>1 status>=400 size>10kB time>100 party:third -failed "/some path"
///
/// A term is a kind of resource, a state, a field with a value, or else a part of the URL; a minus
/// before it means the opposite, quotation marks make it a part of the URL.
public final class PageFilter {
  /// Longer texts are refused.
  public static final int LONGEST = 1_000;

  /// Shows all rows.
  public static final PageFilter ALL = new PageFilter("", _ -> true);

  private final String text;
  private final Predicate<PageRow> matching;

  private PageFilter(String text, Predicate<PageRow> matching) {
    this.text = text;
    this.matching = matching;
  }

  /// Reads a filter.
  ///
  /// @throws IllegalArgumentException where a term cannot be understood; the message is a sentence
  ///   for people
  public static PageFilter parse(String text) {
    if (text.length() > LONGEST) {
      throw PageFilterTerm.fault("filter.long", text.substring(0, 20), Integer.toString(LONGEST));
    }
    List<String> words = words(text);
    if (words.isEmpty()) {
      return ALL;
    }
    Predicate<PageRow> all = _ -> true;
    for (String word : words) {
      all = all.and(PageFilterTerm.read(word));
    }
    return new PageFilter(text.strip(), all);
  }

  /// Words between spaces; what stands between quotation marks is one word, which keeps the first
  /// of them.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == PageFilterTerm.QUOTE) {
        if (!quoted) {
          word.append(c);
        }
        quoted = !quoted;
      } else if (Character.isWhitespace(c) && !quoted) {
        add(words, word);
      } else {
        word.append(c);
      }
    }
    add(words, word);
    return words;
  }

  private static void add(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    word.setLength(0);
  }

  /// As it was typed.
  public String text() {
    return text;
  }

  /// Whether it shows everything.
  public boolean isAll() {
    return text.isEmpty();
  }

  /// Whether it shows that row.
  public boolean matches(PageRow row) {
    return matching.test(row);
  }
}
