package dev.lightfoot.report.layout.page;

import static dev.lightfoot.report.words.Sentences.say;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One term of a [PageFilter].
final class PageFilterTerm {
  static final char QUOTE = '"';

  /// A field, a comparison, a value.
  private static final Pattern COMPARED =
      Pattern.compile("(?s)([A-Za-z][A-Za-z-]*)(:|>=|<=|>|<|=)(.*)");

  /// What follows a colon in a URL rather than in a term: `https://…`, `localhost:8080`.
  private static final Pattern URL_REST = Pattern.compile("(?s)//.*|[0-9]+(/.*)?");

  private PageFilterTerm() {}

  /// Reads a term.
  ///
  /// @throws IllegalArgumentException where it cannot be understood
  static Predicate<PageRow> read(String term) {
    if (term.length() > 1 && term.charAt(0) == '-') {
      return read(term.substring(1)).negate();
    }
    if (term.charAt(0) == QUOTE) {
      return url(term.substring(1));
    }
    Matcher matcher = COMPARED.matcher(term);
    if (!matcher.matches()) {
      return PageWord.of(term).orElseGet(() -> url(term));
    }
    String name = matcher.group(1).toLowerCase(Locale.ROOT);
    String value = unquoted(matcher.group(3));
    Optional<Predicate<PageRow>> known = known(term, name, matcher.group(2), value);
    boolean isUrl = matcher.group(2).equals(":") && URL_REST.matcher(value).matches();
    if (known.isEmpty() && !isUrl) {
      throw fault("filter.field", name, PageNumberField.names() + ", " + PageTextField.names());
    }
    return known.orElseGet(() -> url(term));
  }

  private static Optional<Predicate<PageRow>> known(
      String term, String name, String comparison, String value) {
    Optional<PageNumberField> number = PageNumberField.ofLabel(name);
    Optional<PageTextField> text = PageTextField.ofLabel(name);
    if (number.isEmpty() && text.isEmpty()) {
      return Optional.empty();
    }
    if (value.isEmpty()) {
      throw fault("filter.value", term, name);
    }
    if (number.isPresent()) {
      return Optional.of(number.get().matching(comparison, value));
    }
    if (!comparison.equals(":") && !comparison.equals("=")) {
      throw fault("filter.colon", name, value);
    }
    return Optional.of(text.orElseThrow().matching(value));
  }

  private static String unquoted(String value) {
    return value.startsWith(String.valueOf(QUOTE)) ? value.substring(1) : value;
  }

  static Predicate<PageRow> url(String part) {
    String wanted = part.toLowerCase(Locale.ROOT);
    return row -> row.request().url().toLowerCase(Locale.ROOT).contains(wanted);
  }

  static IllegalArgumentException fault(String key, String... arguments) {
    return new IllegalArgumentException(say(key, (Object[]) arguments));
  }
}
