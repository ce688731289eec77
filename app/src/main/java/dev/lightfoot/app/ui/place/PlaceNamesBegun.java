package dev.lightfoot.app.ui.place;

import dev.lightfoot.analysis.distance.Places;
import dev.lightfoot.app.ui.control.Suggestions;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.words.PlaceWords;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;

/// What may be meant by a place whose name is begun: cities, airports and cloud regions, each as it
/// can be written.
public final class PlaceNamesBegun {
  private static final int MOST = 24;

  private PlaceNamesBegun() {}

  /// Those that fit; none for an empty text.
  static List<String> of(String begun) {
    Places places = Places.known();
    return places.matching(begun, MOST).stream()
        .map(PlaceWords::inFull)
        .filter(name -> places.find(name).found().isPresent())
        .distinct()
        .toList();
  }

  /// Completes what is typed into that field.
  public static Suggestions under(TextField field) {
    return new Suggestions(field, Words.text("places.suggestions"), PlaceNamesBegun::of);
  }

  /// The place as it is kept; empty where none is written.
  public static Optional<String> written(String text) {
    return Optional.of(text.strip()).filter(name -> !name.isEmpty());
  }

  /// Why a text is no place; empty where it is one, or nothing.
  public static String refusal(String text) {
    return written(text)
        .flatMap(name -> PlaceWords.refusal(name, Places.known().find(name)))
        .orElse("");
  }
}
