package dev.lightfoot.probe.chrome;

import dev.lightfoot.devtools.Begun;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.probe.PageListener;
import java.util.function.Consumer;

/// Hands on what a page asks for while it loads.
record Findings(PageListener listener) implements Consumer<Begun> {
  @Override
  public void accept(Begun begun) {
    // what the browser asks for by itself, such as the icon, belongs to the document
    Initiator initiator = begun.initiator().orElse(Initiator.of(Initiator.Type.PARSER));
    listener.exchangeFound(
        new PageListener.Found(
            begun.exchange(), begun.url(), initiator, begun.resource(), begun.atNanos()));
    listener.exchangeStarted(begun.exchange(), begun.atNanos());
  }
}
