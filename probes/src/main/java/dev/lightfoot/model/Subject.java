package dev.lightfoot.model;

import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import java.util.Optional;

/// What a snapshot measured. Times of two snapshots answer the same question only where this is the
/// same.
///
/// @param target the URL asked for
/// @param method of the first request, such as `GET`; empty where none was made
/// @param engine who loaded the page; empty for a probe of one request
/// @param place where it was measured from, in the person's words; empty where nothing was said
public record Subject(
    String target, String method, Optional<PageEngine> engine, Optional<String> place) {

  /// What that snapshot measured.
  public static Subject of(Snapshot snapshot) {
    return new Subject(
        snapshot.target(),
        snapshot.runs().stream()
            .flatMap(run -> run.exchanges().stream())
            .map(Exchange::method)
            .findFirst()
            .orElse(""),
        snapshot.runs().stream()
            .flatMap(run -> run.page().stream())
            .map(PageLoad::engine)
            .findFirst(),
        snapshot.environment().place());
  }
}
