package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.words.Words;
import java.util.List;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The details: one tab per kind of fact.
final class DetailsPane extends VBox {
  private final DetailTab<DnsTab.Row> dns;
  private final CertificateTab certificates;
  private final DetailTab<DetailTabs.HeaderRow> headers;
  private final DetailTab<DetailTabs.RedirectRow> redirects;
  private final DetailTab<?> attempts;
  private final DetailTab<?> transport;
  private final DetailTab<RunsTab.Row> runs;
  private final BodyTab body = new BodyTab();
  private final ProbeViewModel model;
  private final List<DetailTab<?>> all;
  private final TabPane tabs = new TabPane();

  DetailsPane(Look look, ProbeViewModel model) {
    this.model = model;
    getStyleClass().add("panel");
    setStyle("-fx-padding: 1px 1px 0.4em 1px;");
    dns = DnsTab.of(look);
    certificates = new CertificateTab(look);
    headers = DetailTabs.headers(look);
    redirects = DetailTabs.redirects(look);
    attempts = AttemptsTab.of(look);
    transport = TransportTab.of(look);
    runs = RunsTab.of(look, row -> model.runs().lookAt(row.number() - 1));
    all = List.of(dns, certificates.tab(), headers, redirects, attempts, transport, runs);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setAccessibleText(Words.text("details.name"));
    tabs.setId("details");
    for (DetailTab<?> each : all) {
      each.table().setStyle("-fx-padding: 0 0.6em 0 0.6em;");
      tabs.getTabs().add(each.tab());
    }
    tabs.getTabs().add(tabs.getTabs().indexOf(headers.tab()) + 1, body.tab());
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().add(tabs);
    minHeightProperty().bind(look.em(13));
    prefHeightProperty().bind(look.em(13));
  }

  TabPane tabs() {
    return tabs;
  }

  /// Shows the details; where the certificate failed, that first.
  void show(ProbeReading reading, Stage stage) {
    for (DetailTab<?> each : all) {
      if (!each.equals(certificates.tab())) {
        each.show(reading);
      }
    }
    certificates.show(reading);
    body.show(reading, reading.drawn().stream().boxed().findFirst().flatMap(model::bodyOf));
    boolean broken =
        reading.failure().map(error -> error.code().startsWith("LF-TLS")).orElse(false);
    if (stage == Stage.FAILED && broken && !certificates.tab().tab().isDisable()) {
      tabs.getSelectionModel().select(certificates.tab().tab());
    } else if (tabs.getSelectionModel().getSelectedItem().isDisable()) {
      tabs.getTabs().stream()
          .filter(tab -> !tab.isDisable())
          .findFirst()
          .ifPresent(tabs.getSelectionModel()::select);
    }
  }

  /// Brings the table of all runs to the front: the twin of the chart.
  void showRuns() {
    select(runs);
  }

  private void select(DetailTab<?> tab) {
    if (!tab.tab().isDisable()) {
      tabs.getSelectionModel().select(tab.tab());
      tab.table().requestFocus();
    }
  }

  /// The table in front.
  TableView<?> current() {
    Tab selected = tabs.getSelectionModel().getSelectedItem();
    for (DetailTab<?> each : all) {
      if (each.tab().equals(selected)) {
        return each.table();
      }
    }
    return dns.table();
  }
}
