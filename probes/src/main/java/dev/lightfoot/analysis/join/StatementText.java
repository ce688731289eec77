package dev.lightfoot.analysis.join;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a statement or command, made alike for both who log it: the application and the
/// database.
public final class StatementText {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern VALUE =
      Pattern.compile(
          "'(?:[^']|'')*'|\\$\\d+|%s|%\\(\\w+\\)s|(?<![\\w.\"])-?\\d+(?:\\.\\d+)?\\b|\\?");
  private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\d|%s|%\\(\\w+\\)s|\\?");

  /// What a driver puts before a query to keep its rows on the server: applications record the
  /// query alone.
  private static final Pattern CURSOR =
      Pattern.compile(
          "^DECLARE (?:\"[^\"]+\"|\\w+) (?:(?:BINARY|INSENSITIVE|ASENSITIVE|NO SCROLL|SCROLL)"
              + " )*CURSOR (?:WITH(?:OUT)? HOLD )?FOR ",
          Pattern.CASE_INSENSITIVE);

  /// Names that are made anew each time.
  private static final Pattern SAVEPOINT =
      Pattern.compile("(SAVEPOINT) (?:\"[^\"]+\"|\\w+)$", Pattern.CASE_INSENSITIVE);

  /// Statements that need no text beside the name of the operation.
  private static final Set<String> OF_ONE_WORD = Set.of("BEGIN", "COMMIT", "ROLLBACK");

  private static final Pattern LIST = Pattern.compile("\\(\\s*\\?(?:\\s*,\\s*\\?)+\\s*\\)");
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:FROM|INTO|UPDATE|JOIN)\\s+((?:\"[^\"]+\"|`[^`]+`|[\\w]+)(?:\\.(?:\"[^\"]+\"|`[^`]+`|\\w+))*)",
          Pattern.CASE_INSENSITIVE);

  /// Longer ones are cut: what follows seldom distinguishes two statements.
  private static final int LONGEST = 4_000;

  private StatementText() {}

  /// The statement as it was run, without comments and superfluous white space; empty where the
  /// span does not say.
  static Optional<String> exact(Span span) {
    return span.attributes()
        .get(AttributeNames.DB_QUERY)
        .or(() -> operation(span).filter(OF_ONE_WORD::contains))
        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
        .map(text -> SPACE.matcher(COMMENT.matcher(text).replaceAll(" ")).replaceAll(" "))
        .map(text -> text.strip().replaceAll("[;\\s]+$", ""))
        .map(text -> CURSOR.matcher(text).replaceFirst(""))
        .filter(text -> !text.isEmpty());
  }

  /// The same with values replaced by `?`. Of a cache's command that is its name alone:
  /// applications do not record keys.
  public static Optional<String> template(Span span) {
    if (span.layer() == Layer.CACHE) {
      return operation(span);
    }
    return exact(span)
        .map(text -> SAVEPOINT.matcher(text).replaceFirst("$1 ?"))
        .map(text -> VALUE.matcher(text).replaceAll("?"))
        .map(text -> LIST.matcher(text).replaceAll("(?)"));
  }

  private static Optional<String> operation(Span span) {
    return span.attributes()
        .get(AttributeNames.DB_OPERATION)
        .map(name -> name.toUpperCase(Locale.ROOT));
  }

  /// Whether its text is the one that was run, values and all, and not one in which something
  /// stands for them.
  static boolean holdsValues(Span span) {
    return exact(span)
        .filter(text -> !PLACEHOLDER.matcher(LITERAL.matcher(text).replaceAll("")).find())
        .isPresent();
  }

  /// A few words for people, such as `SELECT shop_supplier`; the span's name where it says nothing
  /// of a statement.
  public static String label(Span span) {
    Optional<String> text = exact(span);
    if (text.isEmpty()) {
      return span.name();
    }
    String first = text.get().split(" ", 2)[0];
    String operation = first.length() > 20 ? span.name() : first.toUpperCase(Locale.ROOT);
    Matcher table = TABLE.matcher(text.get());
    return table.find() ? operation + " " + table.group(1).replaceAll("[\"`]", "") : operation;
  }
}
