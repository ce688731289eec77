package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Copy;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.detail.BillTab;
import dev.lightfoot.app.ui.detail.HopTabs;
import dev.lightfoot.app.ui.detail.Hops;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.report.CurlCommand;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Below the chart: its requests as a table, and the details of the one that is selected; which run
/// is looked at, and what can be copied.
final class PageDetails extends VBox {
  private final PageViewModel model;
  private final Runnable copied;
  private final PageTable table;
  private final HopTabs hops;
  private final BillTab bill;
  private final TabPane tabs;
  private final Tab requests = new Tab();
  private final Button curl;

  /// @param copied says that something is on the clipboard
  PageDetails(PageViewModel model, Look look, Runnable copied) {
    this.model = model;
    this.copied = copied;
    table = new PageTable(model, look);
    hops = new HopTabs(look);
    bill = new BillTab("page-tab-bill", look);
    tabs = HopTabs.pane("page-details", hops.all());
    requests.setId("page-tab-requests");
    requests.setClosable(false);
    Label count = Labels.of("", "tab-count");
    table.sizeProperty().subscribe(size -> count.setText(size.toString()));
    HBox head = new HBox(12, Labels.of(Words.text("page.requests"), "tab-name"), count);
    head.setMouseTransparent(true);
    requests.setGraphic(head);
    requests.setContent(table.table());
    tabs.getTabs().addFirst(bill.tab());
    tabs.getTabs().addFirst(requests);
    tabs.getSelectionModel().select(requests);
    curl = Buttons.small(Words.text("verdict.copy-curl"), this::copyCurl);
    curl.setId("page-copy-curl");
    Button rows = Buttons.small(Words.text("verdict.copy-table"), this::copyTable);
    rows.setId("page-copy-table");
    Button compare = Buttons.small(Words.text("compare.with"), model::compare);
    compare.setId("page-compare");
    compare.disableProperty().bind(Bindings.not(model.savable()));
    Label subject = Labels.of("", "quiet");
    subject.setId("page-subject");
    subject.setMinWidth(0);
    Tooltip whole = new Tooltip();
    whole.setShowDelay(Columns.TOOLTIP_DELAY);
    whole.textProperty().bind(subject.textProperty());
    subject.setTooltip(whole);
    BreakingRow top =
        new BreakingRow(8, VPos.CENTER, subject, PageRuns.of(model, look), compare, curl, rows);
    top.growing(subject, () -> look.em() * 12);
    top.setStyle("-fx-padding: 0.4em 0.8em 0.2em 1.1em;");
    getStyleClass().add("panel");
    setStyle("-fx-padding: 1px 1px 0.3em 1px;");
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().addAll(top, tabs);
    minHeightProperty().bind(look.em(12));
    prefHeightProperty().bind(look.em(13.5));
    model.sight().selectedProperty().subscribe(_ -> show(subject));
    model.readingProperty().subscribe(_ -> show(subject));
    model
        .readingProperty()
        .subscribe(
            reading -> {
              if (reading != null) {
                bill.show(reading.bill());
              }
            });
  }

  PageTable table() {
    return table;
  }

  TabPane tabs() {
    return tabs;
  }

  private void show(Label subject) {
    PageReading shown = model.readingProperty().get();
    OptionalInt row = model.sight().selectedRow();
    boolean any =
        shown != null && row.isPresent() && row.getAsInt() < shown.run().exchanges().size();
    curl.setDisable(!any);
    if (shown == null || !any) {
      subject.setText(Words.text("page.subject.none"));
      hops.show(Hops.NONE);
    } else {
      subject.setText(
          Words.text(
              "page.subject",
              Integer.toString(row.getAsInt() + 1),
              shown.run().exchanges().get(row.getAsInt()).url()));
      hops.show(shown.details(row.getAsInt()));
    }
    HopTabs.leaveEmpty(tabs);
  }

  /// Brings the table to the front: the twin of the chart.
  void showTable() {
    tabs.getSelectionModel().select(requests);
    table.table().requestFocus();
  }

  /// Brings the details of the selected request to the front: its header lines, or whatever else is
  /// known of it.
  void showDetails() {
    Tab wanted =
        hops.headers().isDisable()
            ? tabs.getTabs().stream()
                .filter(tab -> !tab.equals(requests) && !tab.equals(bill.tab()) && !tab.isDisable())
                .findFirst()
                .orElse(requests)
            : hops.headers();
    tabs.getSelectionModel().select(wanted);
    if (wanted.getContent() != null) {
      wanted.getContent().requestFocus();
    }
  }

  /// The selected request as a command line of curl, without its secrets.
  private void copyCurl() {
    PageReading shown = model.readingProperty().get();
    OptionalInt row = model.sight().selectedRow();
    if (shown != null && row.isPresent()) {
      Exchange exchange = shown.run().exchanges().get(row.getAsInt());
      Run alone = shown.run().with(List.of(exchange), List.of(), List.of());
      Copy.text(CurlCommand.of(shown.snapshot().with(List.of(alone))));
      copied.run();
    }
  }

  /// The rows of the table, or those that are selected in it.
  void copyTable() {
    Copy.text(Tables.tabSeparated(table.table()));
    copied.run();
  }
}
