package dev.lightfoot.model.span;

import java.util.Locale;
import java.util.Optional;

/// Where time is spent: the currency of the ledger.
public enum Layer {
  DNS,
  TCP,
  TLS,
  QUIC,
  REQUEST,
  PROXY,
  QUEUE,
  APP,
  MIDDLEWARE,
  TEMPLATE,
  DATABASE,
  CACHE,
  EXTERNAL,
  RESPONSE,
  BROWSER;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name in the snapshot format.
  public String label() {
    return label;
  }

  /// Whether what arrives there is a request: what arrives at a database or cache is a call that a
  /// request makes.
  public boolean receives() {
    return switch (this) {
      case PROXY, APP, REQUEST, QUEUE, BROWSER, MIDDLEWARE, TEMPLATE, RESPONSE -> true;
      case DATABASE, CACHE, EXTERNAL, DNS, TCP, TLS, QUIC -> false;
    };
  }

  /// The layer of that label; empty where there is none.
  public static Optional<Layer> ofLabel(String label) {
    for (Layer layer : values()) {
      if (layer.label.equals(label)) {
        return Optional.of(layer);
      }
    }
    return Optional.empty();
  }
}
