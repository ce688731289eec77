package dev.lightfoot.model;

import java.util.Locale;

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
}
