package dev.lightfoot.app.ui.history;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.store.StoredSnapshot;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The history without its looks: the saved snapshots, filtered, and what can be done with one.
public final class HistoryViewModel {
  private final Library library;
  private final StringProperty filter = new SimpleStringProperty("");
  private final FilteredList<StoredSnapshot> shown;

  public HistoryViewModel(Library library) {
    this.library = library;
    this.shown = new FilteredList<>(library.snapshots());
    filter.subscribe(text -> shown.setPredicate(snapshot -> matches(snapshot, text)));
  }

  /// Saved snapshots whose name or address contains the filter.
  public ObservableList<StoredSnapshot> snapshots() {
    return shown;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return library.loadedProperty();
  }

  /// Whether nothing is saved at all, filtered or not.
  public boolean nothingSaved() {
    return library.snapshots().isEmpty();
  }

  /// A sentence naming the files that were put aside; empty where there are none.
  public String damaged() {
    if (library.damaged().isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(Words.count("history.damaged", library.damaged().size()));
    library
        .damaged()
        .forEach(
            file ->
                text.append('\n')
                    .append(
                        Words.text("history.damaged.file", file.path().toString(), file.reason())));
    return text.toString();
  }

  /// Calls back whenever files were put aside.
  public void onDamaged(Runnable action) {
    library.damaged().addListener((ListChangeListener<Object>) _ -> action.run());
  }

  public void refresh() {
    library.refresh();
  }

  public void open(StoredSnapshot snapshot) {
    library.open(snapshot);
  }

  /// Gives it another name; a blank one counts as none given.
  public void rename(StoredSnapshot snapshot, String name) {
    String stripped = name.strip();
    if (!stripped.isEmpty() && !stripped.equals(snapshot.name())) {
      library.rename(snapshot, stripped);
    }
  }

  public void delete(StoredSnapshot snapshot) {
    library.delete(snapshot);
  }

  private static boolean matches(StoredSnapshot snapshot, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return snapshot.name().toLowerCase(Locale.ROOT).contains(wanted)
        || snapshot.target().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
