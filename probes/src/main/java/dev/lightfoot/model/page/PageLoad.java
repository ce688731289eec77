package dev.lightfoot.model.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A run as the load of a page: what is not said by its exchanges. Exchanges are named by their
/// index in the run.
///
/// @param engine what loaded it
/// @param viewport the window it was loaded for, where that is known
/// @param documentExchange the one that brought the document; empty where none did
/// @param marks when it came how far
/// @param criticalPath the exchanges that the load waited for, one after the other; empty where
///   that was not computed
/// @param candidates URLs that only a style or script could ask for, so that it stays open whether
///   a browser would
/// @param unusedPreloads URLs that were preloaded and then not used
/// @param notes what the engine leaves out, in sentences
/// @param source where it comes from, if it was imported
/// @param rendering what a browser drew of it; empty where none did
public record PageLoad(
    PageEngine engine,
    Optional<Viewport> viewport,
    OptionalInt documentExchange,
    PageMarks marks,
    List<Integer> criticalPath,
    List<String> candidates,
    List<String> unusedPreloads,
    List<String> notes,
    Optional<PageSource> source,
    Optional<Rendering> rendering) {
  public PageLoad {
    criticalPath = List.copyOf(criticalPath);
    candidates = List.copyOf(candidates);
    unusedPreloads = List.copyOf(unusedPreloads);
    notes = List.copyOf(notes);
  }

  /// One of which nothing was drawn.
  public PageLoad(
      PageEngine engine,
      Optional<Viewport> viewport,
      OptionalInt documentExchange,
      PageMarks marks,
      List<Integer> criticalPath,
      List<String> candidates,
      List<String> unusedPreloads,
      List<String> notes,
      Optional<PageSource> source) {
    this(
        engine,
        viewport,
        documentExchange,
        marks,
        criticalPath,
        candidates,
        unusedPreloads,
        notes,
        source,
        Optional.empty());
  }

  /// The same with that critical path.
  public PageLoad along(List<Integer> path) {
    return new PageLoad(
        engine,
        viewport,
        documentExchange,
        marks,
        path,
        candidates,
        unusedPreloads,
        notes,
        source,
        rendering);
  }
}
