package dev.lightfoot.analysis.statement;

import java.util.List;
import java.util.OptionalLong;

/// What the text of a statement says, read in one pass over its tokens; no parser of SQL. Other
/// query languages are read with the same eyes, as far as they go.
///
/// @param template without comments, white space folded, each value `?`, each list or row of values
///   `(?)`
/// @param exact the same with its values; of a very long one the beginning and a hash
/// @param verb what it does
/// @param values whether its text shows them; parameters beside the text are not known here
/// @param tables that it names after FROM, INTO, UPDATE and JOIN, without quotation marks, each
///   once
/// @param selection of what it asks for
/// @param isVolatile whether asking again may answer differently though nothing was written
/// @param rows how many operations travel in it: rows of VALUES, or statements one after another;
///   at least 1
/// @param isWhole whether it ends where a statement may end
public record Statement(
    String template,
    String exact,
    Verb verb,
    ValuesSeen values,
    List<String> tables,
    Selection selection,
    boolean isVolatile,
    int rows,
    boolean isWhole) {
  public Statement {
    tables = List.copyOf(tables);
  }

  /// What a SELECT asks for.
  ///
  /// @param isAggregate one number for all rows: COUNT, SUM, AVG, MAX, MIN, without GROUP BY
  /// @param isExistence only whether there is any: EXISTS, or a constant with a LIMIT
  /// @param isLimited whether LIMIT, TOP or FETCH FIRST stands there
  /// @param limit its number, where the text shows it
  /// @param isPaged whether it begins at a later row
  /// @param source the template from FROM to the end of WHERE; empty where it asks for no table
  /// @param exactSource the same with values
  public record Selection(
      boolean isAggregate,
      boolean isExistence,
      boolean isLimited,
      OptionalLong limit,
      boolean isPaged,
      String source,
      String exactSource) {
    static final Selection NONE =
        new Selection(false, false, false, OptionalLong.empty(), false, "", "");
  }

  /// Of a text in the language of that database.
  ///
  /// @param system as in [dev.lightfoot.model.span.AttributeNames#DB_SYSTEM]; empty where not known
  public static Statement of(String text, String system) {
    return new StatementReader(text, Dialects.isMysql(system, text)).read();
  }
}
