package dev.lightfoot.app.ui.detail;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Phase;
import java.util.List;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// The details of a request, one tab per kind of fact: what the screens that show requests share.
public final class HopTabs {
  private final DetailTab<DnsTab.Row> dns;
  private final CertificateTab certificates;
  private final DetailTab<DetailTabs.HeaderRow> headers;
  private final DetailTab<DetailTabs.RedirectRow> redirects;
  private final DetailTab<AttemptsTab.Row> attempts;
  private final DetailTab<TransportTab.Row> transport;

  public HopTabs(Look look) {
    dns = DnsTab.of(look);
    certificates = new CertificateTab(look);
    headers = DetailTabs.headers(look);
    redirects = DetailTabs.redirects(look);
    attempts = AttemptsTab.of(look);
    transport = TransportTab.of(look);
  }

  /// The tabs in their order.
  public List<DetailTab<?>> all() {
    return List.of(dns, certificates.tab(), headers, redirects, attempts, transport);
  }

  /// The tab of the header lines.
  public Tab headers() {
    return headers.tab();
  }

  /// The tab of the certificates.
  public Tab certificates() {
    return certificates.tab().tab();
  }

  /// Shows the facts of a request.
  public void show(Hops shown) {
    dns.show(DnsTab.rows(shown), shown.known(), shown.passed(Phase.DNS));
    certificates.show(shown);
    headers.show(DetailTabs.headerRows(shown), shown.known());
    redirects.show(DetailTabs.redirectRows(shown), shown.known());
    attempts.show(AttemptsTab.rows(shown), shown.known(), shown.passed(Phase.TCP));
    transport.show(TransportTab.rows(shown), shown.known());
  }

  /// A pane for such tabs.
  public static TabPane pane(String id, List<DetailTab<?>> tabs) {
    TabPane pane = new TabPane();
    pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    pane.setAccessibleText(Words.text("details.name"));
    pane.setId(id);
    for (DetailTab<?> each : tabs) {
      each.table().setStyle("-fx-padding: 0 0.6em 0 0.6em;");
      pane.getTabs().add(each.tab());
    }
    return pane;
  }

  /// Leaves a tab that shows nothing for the first that shows something.
  public static void leaveEmpty(TabPane pane) {
    if (pane.getSelectionModel().getSelectedItem().isDisable()) {
      pane.getTabs().stream()
          .filter(tab -> !tab.isDisable())
          .findFirst()
          .ifPresent(pane.getSelectionModel()::select);
    }
  }
}
