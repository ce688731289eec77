package dev.lightfoot.analysis.join.statement;

import dev.lightfoot.analysis.statement.Statement;
import dev.lightfoot.analysis.statement.ValuesSeen;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The text of a statement or command, made alike for both who log it: the application and the
/// database.
public final class StatementText {
  /// Statements that need no text beside the name of the operation.
  private static final Set<String> OF_ONE_WORD = Set.of("BEGIN", "COMMIT", "ROLLBACK");

  private static final int LONGEST_VERB = 20;

  private StatementText() {}

  private static Optional<Statement> statement(Span span) {
    return span.attributes()
        .get(AttributeNames.DB_QUERY)
        .or(() -> operation(span).filter(OF_ONE_WORD::contains))
        .map(text -> Statement.of(text, span.attributes().get(AttributeNames.DB_SYSTEM).orElse("")))
        .filter(statement -> !statement.exact().isEmpty());
  }

  /// The statement as it was run, without comments and superfluous white space; empty where the
  /// span does not say.
  static Optional<String> exact(Span span) {
    return statement(span).map(Statement::exact);
  }

  /// The same with values replaced by `?`. Of a cache's command that is its name alone:
  /// applications do not record keys.
  public static Optional<String> template(Span span) {
    return span.layer() == Layer.CACHE ? operation(span) : statement(span).map(Statement::template);
  }

  /// Whether its template is one of these.
  public static boolean says(Span span, Set<String> templates) {
    return template(span).filter(templates::contains).isPresent();
  }

  private static Optional<String> operation(Span span) {
    return span.attributes()
        .get(AttributeNames.DB_OPERATION)
        .map(name -> name.toUpperCase(Locale.ROOT));
  }

  /// Whether its text is the one that was run, values and all, and not one in which something
  /// stands for them.
  static boolean holdsValues(Span span) {
    return statement(span).filter(text -> text.values() != ValuesSeen.HIDDEN).isPresent();
  }

  /// A few words for people, such as `SELECT shop_supplier`; the span's name where it says nothing
  /// of a statement.
  public static String label(Span span) {
    Optional<Statement> statement = statement(span);
    if (statement.isEmpty()) {
      return span.name();
    }
    String first = statement.get().exact().split(" ", 2)[0];
    String operation = first.length() > LONGEST_VERB ? span.name() : first.toUpperCase(Locale.ROOT);
    return statement.get().tables().stream()
        .findFirst()
        .map(table -> operation + " " + table)
        .orElse(operation);
  }
}
