package dev.lightfoot.analysis.statement;

import java.util.List;
import java.util.Optional;

/// What the records say of one call: what was asked, not how long it took.
///
/// @param template the same for all calls that differ in values only
/// @param from what the template was made of
/// @param exact the same for calls that ask the very same; where values are hidden or unknown it
///   says no more than the template
/// @param values whether they are known
/// @param verb what it does
/// @param tables tables or collections; empty where they are not named
/// @param isMany whether one trip does what else takes many: a batch, rows, a pipeline, many keys
/// @param isCut whether its text looks as if something had cut it
/// @param statement of a database that is asked in a language
/// @param command of a cache
public record CallText(
    String template,
    Source from,
    String exact,
    ValuesSeen values,
    Verb verb,
    List<String> tables,
    boolean isMany,
    boolean isCut,
    Optional<Statement> statement,
    Optional<CacheCommand> command) {
  public CallText {
    tables = List.copyOf(tables);
  }

  /// What a template was made of, the best first.
  public enum Source {
    /// The text of the statement or command, or the URL.
    TEXT,
    /// `db.query.summary`.
    SUMMARY,
    /// The operation and the collection or table.
    OPERATION,
    /// Nothing but the span's name.
    NAME
  }

  /// Whether it asks for one number for all rows, or whether there is any.
  public boolean isAggregate() {
    return statement
        .map(text -> text.selection().isAggregate() || text.selection().isExistence())
        .orElseGet(() -> StoreWords.isAggregate(template.split(" ", 2)[0]));
  }

  /// Whether it asks for a further page of the same: a cursor's next rows, an OFFSET.
  public boolean isPage() {
    return verb == Verb.FETCH || statement.filter(text -> text.selection().isPaged()).isPresent();
  }

  /// Whether asking the same again may answer differently though nothing was written.
  public boolean isVolatile() {
    return statement.filter(Statement::isVolatile).isPresent();
  }
}
