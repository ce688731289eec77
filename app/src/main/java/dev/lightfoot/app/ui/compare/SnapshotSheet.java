package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.store.StoredSnapshot;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Asks which of the kept snapshots is to be one of the sides.
final class SnapshotSheet {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

  private SnapshotSheet() {}

  /// Opens it.
  ///
  /// @param chosen hears which one
  static void open(
      Sheets sheets,
      Look look,
      ZoneId zone,
      String title,
      ObservableList<StoredSnapshot> kept,
      Consumer<StoredSnapshot> chosen) {
    TableView<StoredSnapshot> table =
        Tables.of(
            Words.text("history.name"), Labels.wrapped(Words.text("compare.choose.none"), "quiet"));
    TableColumn<StoredSnapshot, String> target =
        Columns.mono(Words.text("history.target"), look.em(18), StoredSnapshot::target);
    table
        .getColumns()
        .addAll(
            List.of(
                Columns.text(Words.text("history.column-name"), look.em(13), StoredSnapshot::name),
                target,
                when(look, zone),
                median(look)));
    new ChoiceSheet<>("compare-choose", Words.text("history.filter"), table)
        .of(kept, SnapshotSheet::matches)
        .sized(look, 50, target, 12)
        .open(sheets, title, chosen);
  }

  private static TableColumn<StoredSnapshot, String> when(Look look, ZoneId zone) {
    return Columns.text(
        Words.text("history.when"),
        look.em(11),
        row -> row.takenAt().atZoneSameInstant(zone).format(WHEN));
  }

  private static TableColumn<StoredSnapshot, String> median(Look look) {
    return Columns.number(
        Words.text("history.median"),
        look.em(6),
        row ->
            row.headline()
                .map(headline -> Numbers.millis(headline.medianNanos()))
                .orElse(Numbers.NOT_APPLICABLE));
  }

  private static boolean matches(StoredSnapshot snapshot, String wanted) {
    return snapshot.name().toLowerCase(Locale.ROOT).contains(wanted)
        || snapshot.target().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
