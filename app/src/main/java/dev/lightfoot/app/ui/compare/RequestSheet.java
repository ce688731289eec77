package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.ExchangeShift;
import dev.lightfoot.analysis.compare.ExchangeSide;
import dev.lightfoot.analysis.compare.Origin;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks for the request that times are measured from, of those that both sides make.
final class RequestSheet {
  private final TextField filter = new TextField();
  private final FilteredList<ExchangeShift> shown;
  private final TableView<ExchangeShift> table =
      Tables.of(
          Words.text("compare.from.request.all"),
          Labels.wrapped(Words.text("compare.tab.requests.none"), "quiet"));

  private RequestSheet(Look look, Comparison comparison) {
    shown = new FilteredList<>(FXCollections.observableArrayList(common(comparison)));
    filter.setId("compare-from-filter");
    filter.setPromptText(Words.text("compare.filter.name"));
    filter.setAccessibleText(Words.text("compare.filter.name"));
    filter.textProperty().subscribe(text -> shown.setPredicate(each -> matches(each, text)));
    filter.addEventHandler(KeyEvent.KEY_PRESSED, this::down);
    table.setId("compare-from-table");
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    table.setItems(shown);
    table
        .getColumns()
        .add(
            Columns.mono(
                Words.text("compare.request"),
                look.em(40),
                each -> CompareSentences.request(each, comparison)));
    Columns.fill(table, table.getColumns().getFirst(), look.em(20));
    table.prefWidthProperty().bind(look.em(44));
    table.prefHeightProperty().bind(look.em(18));
    table.minHeightProperty().bind(look.em(7));
  }

  private void down(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      table.requestFocus();
      table.getSelectionModel().selectFirst();
      event.consume();
    }
  }

  /// Those that both sides make.
  static List<ExchangeShift> common(CompareReading reading) {
    return common(reading.comparison());
  }

  private static List<ExchangeShift> common(Comparison comparison) {
    return comparison.exchanges().stream()
        .filter(each -> each.a().isPresent() && each.b().isPresent())
        .toList();
  }

  private static boolean matches(ExchangeShift each, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return url(each).toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static String url(ExchangeShift each) {
    return each.b().map(ExchangeSide::url).orElse("");
  }

  /// Opens it.
  ///
  /// @param chosen hears which one
  static void open(Sheets sheets, Look look, Comparison comparison, Consumer<Origin> chosen) {
    RequestSheet sheet = new RequestSheet(look, comparison);
    Consumer<ExchangeShift> take =
        each -> {
          sheets.close();
          chosen.accept(new Origin.Request(url(each)));
        };
    Tables.onOpen(sheet.table, take);
    Tables.onOpen(sheet.filter, sheet.table, take);
    Button choose =
        Buttons.of(
            Words.text("compare.choose"),
            () -> {
              ExchangeShift selected = sheet.table.getSelectionModel().getSelectedItem();
              if (selected != null) {
                take.accept(selected);
              }
            });
    choose.getStyleClass().add("primary");
    choose.setId("compare-from-choose");
    choose.disableProperty().bind(sheet.table.getSelectionModel().selectedItemProperty().isNull());
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    VBox content = new VBox(8, sheet.filter, sheet.table);
    VBox.setVgrow(sheet.table, Priority.ALWAYS);
    sheets.open(Words.text("compare.from.request.title"), content, sheet.filter, cancel, choose);
  }
}
