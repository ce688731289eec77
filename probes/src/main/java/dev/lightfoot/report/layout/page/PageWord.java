package dev.lightfoot.report.layout.page;

import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// The words of a [PageFilter] that stand alone: kinds of resources and states.
final class PageWord {
  /// What may become of a request, or what it may be to the page.
  static final List<String> STATES =
      List.of("done", "cached", "cut", "refused", "failed", "critical", "blocking", "joined");

  private PageWord() {}

  /// Rows that a word alone means; empty where it is neither a kind nor a state.
  static Optional<Predicate<PageRow>> of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    Optional<Predicate<PageRow>> kind =
        type(lower).map(type -> row -> row.type().equals(Optional.of(type)));
    return kind.or(() -> state(lower));
  }

  /// The kind of that label, or of the short word that people have for it.
  static Optional<ResourceType> type(String word) {
    return switch (word) {
      case "css", "style" -> Optional.of(ResourceType.STYLESHEET);
      case "js" -> Optional.of(ResourceType.SCRIPT);
      case "img" -> Optional.of(ResourceType.IMAGE);
      case "doc", "html" -> Optional.of(ResourceType.DOCUMENT);
      case "xhr" -> Optional.of(ResourceType.FETCH);
      default -> ResourceType.ofLabel(word);
    };
  }

  static Optional<Predicate<PageRow>> state(String word) {
    return switch (word) {
      case "done" -> is(PageRow.State.DONE);
      case "cached" -> is(PageRow.State.CACHED);
      case "cut" -> is(PageRow.State.CUT);
      case "refused" -> is(PageRow.State.REFUSED);
      case "failed" -> is(PageRow.State.FAILED);
      case "critical" -> Optional.of(PageRow::critical);
      case "blocking" ->
          Optional.of(row -> row.request().resource().renderBlocking().orElse(false));
      case "joined" -> Optional.of(PageRow::isJoined);
      default -> Optional.empty();
    };
  }

  private static Optional<Predicate<PageRow>> is(PageRow.State state) {
    return Optional.of(row -> row.state() == state);
  }
}
