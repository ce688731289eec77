package dev.lightfoot.store;

import dev.lightfoot.model.Annotation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What may be written on a snapshot: tags of one line without commas, since lists of them are
/// typed with commas, and a note.
public final class AnnotationRule {
  /// The longest tag, in characters.
  public static final int LONGEST_TAG = 50;

  /// The most tags of a snapshot.
  public static final int MOST_TAGS = 20;

  /// The longest note, in characters.
  public static final int LONGEST_NOTE = 4_000;

  private AnnotationRule() {}

  /// The same without blanks around texts, without blank texts and tags given twice.
  ///
  /// @throws IOException with a sentence for people where it breaks the rule
  public static Annotation check(Annotation given) throws IOException {
    List<String> tags =
        given.tags().stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
    if (tags.size() > MOST_TAGS) {
      throw new IOException("A snapshot has " + MOST_TAGS + " tags at most.");
    }
    for (String tag : tags) {
      if (tag.length() > LONGEST_TAG
          || tag.indexOf(',') >= 0
          || tag.chars().anyMatch(Character::isISOControl)) {
        throw new IOException(
            "A tag is one line of 1 to " + LONGEST_TAG + " characters without commas.");
      }
    }
    Optional<String> note = given.note().map(String::strip).filter(text -> !text.isEmpty());
    if (note.isPresent() && note.get().length() > LONGEST_NOTE) {
      throw new IOException("A note has " + LONGEST_NOTE + " characters at most.");
    }
    return new Annotation(tags, note);
  }
}
