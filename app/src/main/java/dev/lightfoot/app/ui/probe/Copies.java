package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.control.Copy;
import dev.lightfoot.app.ui.detail.CertificateTab;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.report.CurlCommand;
import dev.lightfoot.report.redact.Redactor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the probe screen puts on the clipboard: always without secrets, and it says so.
final class Copies {
  private final ProbeViewModel model;
  private final Workspace workspace;

  Copies(ProbeViewModel model, Workspace workspace) {
    this.model = model;
    this.workspace = workspace;
  }

  /// The request as a command line of curl.
  void curl() {
    with(
        reading -> {
          Copy.text(CurlCommand.of(reading.clean()));
          int removed = Redactor.redact(reading.snapshot()).removed().size();
          workspace.tell(
              Notice.plain(
                  removed == 0
                      ? Words.text("notice.copied-curl")
                      : Words.count("notice.copied-curl-hidden", removed)));
        });
  }

  /// The certificates as PEM.
  void chain() {
    with(
        reading ->
            CertificateTab.pem(reading.details())
                .ifPresent(
                    pem -> {
                      Copy.text(pem);
                      workspace.tell(Notice.plain(Words.text("notice.copied-chain")));
                    }));
  }

  /// A table's rows, as tab-separated values.
  void table(String rows) {
    Copy.text(rows);
    workspace.tell(Notice.plain(Words.text("notice.copied-table")));
  }

  private void with(Consumer<ProbeReading> action) {
    @Nullable ProbeReading reading = model.readingProperty().get();
    if (reading != null) {
      action.accept(reading);
    }
  }
}
