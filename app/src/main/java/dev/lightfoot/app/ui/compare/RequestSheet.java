package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.ExchangeShift;
import dev.lightfoot.analysis.compare.match.ExchangeSide;
import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Asks for the request that times are measured from, of those that both sides make.
final class RequestSheet {
  private RequestSheet() {}

  /// Those that both sides make.
  static List<ExchangeShift> common(CompareReading reading) {
    return common(reading.comparison());
  }

  private static List<ExchangeShift> common(Comparison comparison) {
    return comparison.exchanges().stream()
        .filter(each -> each.a().isPresent() && each.b().isPresent())
        .toList();
  }

  private static boolean matches(ExchangeShift each, String wanted) {
    return url(each).toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static String url(ExchangeShift each) {
    return each.b().map(ExchangeSide::url).orElse("");
  }

  /// Opens it.
  ///
  /// @param chosen hears which one
  static void open(Sheets sheets, Look look, Comparison comparison, Consumer<Origin> chosen) {
    TableView<ExchangeShift> table =
        Tables.of(
            Words.text("compare.from.request.all"),
            Labels.wrapped(Words.text("compare.tab.requests.none"), "quiet"));
    TableColumn<ExchangeShift, String> request =
        Columns.mono(
            Words.text("compare.request"),
            look.em(40),
            each -> CompareSentences.request(each, comparison));
    table.getColumns().add(request);
    new ChoiceSheet<>("compare-from", Words.text("compare.filter.name"), table)
        .of(FXCollections.observableArrayList(common(comparison)), RequestSheet::matches)
        .sized(look, 44, request, 20)
        .open(
            sheets,
            Words.text("compare.from.request.title"),
            each -> chosen.accept(new Origin.Request(url(each))));
  }
}
