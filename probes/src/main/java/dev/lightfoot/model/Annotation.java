package dev.lightfoot.model;

import java.util.List;
import java.util.Optional;

/// What a person wrote on a snapshot beside its name.
///
/// @param tags words to find it by, in the order given
/// @param note free text; may have several lines
public record Annotation(List<String> tags, Optional<String> note) {
  /// Nothing written.
  public static final Annotation NONE = new Annotation(List.of(), Optional.empty());

  public Annotation {
    tags = List.copyOf(tags);
  }

  public Annotation withTags(List<String> value) {
    return new Annotation(value, note);
  }

  public Annotation withNote(Optional<String> value) {
    return new Annotation(tags, value);
  }
}
