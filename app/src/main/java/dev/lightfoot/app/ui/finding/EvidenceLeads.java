package dev.lightfoot.app.ui.finding;

import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.TraceSource;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.examining.Examined;
import dev.lightfoot.app.ui.workspace.examining.Examined.Source;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.model.span.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where what shows a finding is looked at: a request in Probe or Page, a span of a measurement in
/// Stack, one of logs in its trace, a line in Logs.
public final class EvidenceLeads {
  private final Workspace workspace;
  private final LogShelf shelf;

  public EvidenceLeads(Workspace workspace, LogShelf shelf) {
    this.workspace = workspace;
    this.shelf = shelf;
  }

  /// Leads there.
  void open(Proof proof, Examined examined) {
    if (proof instanceof Proof.OfSpan(Optional<String> traceId, String spanId)
        && examined.source() == Source.LOGS) {
      openTrace(traceId.orElse(spanId), spanId);
    } else {
      workspace.point(proof);
    }
  }

  private void openTrace(String id, String spanId) {
    shelf.ask(
        shelved -> shelved.traces().trace(id),
        (List<Span> spans) -> workspace.open(new TraceSource(id, spans, Optional.of(spanId))));
  }

  /// What the screen is called that it leads to.
  String place(Proof proof, Examined examined) {
    Screen screen =
        switch (proof) {
          case Proof.OfLine _ -> Screen.LOGS;
          case Proof.OfSpan _ -> examined.source() == Source.LOGS ? Screen.TRACE : Screen.STACK;
          case Proof.OfExchange _ ->
              examined.snapshot().filter(Workspace::isPage).isPresent()
                  ? Screen.PAGE
                  : Screen.PROBE;
        };
    return Words.text("screen." + screen.name().toLowerCase(Locale.ROOT));
  }
}
