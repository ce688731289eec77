package dev.lightfoot.analysis.replay;

import dev.lightfoot.analysis.join.statement.StatementText;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.Locale;

/// What a call's record says of what was asked, in lower case for looking it up.
///
/// @param name what calls that are alike have in common: the statement without its values, or the
///   operation, or else the span's name
/// @param label a few words for people, as [StatementText#label] has them
/// @param searched all under which it can be found: both, the span's name, a cache's key
public record CallText(String name, String label, String searched) {
  /// What that span's record says.
  public static CallText of(Span span) {
    String name = StatementText.template(span).orElse(span.name());
    String label = StatementText.label(span);
    String key =
        span.layer() == Layer.CACHE
            ? span.attributes().get(AttributeNames.DB_QUERY).orElse("")
            : "";
    String searched = String.join("\n", name, label, span.name(), key);
    return new CallText(name, label, searched.toLowerCase(Locale.ROOT));
  }

  /// Whether it can be found under that text.
  public boolean holds(String text) {
    return searched.contains(text.toLowerCase(Locale.ROOT));
  }
}
