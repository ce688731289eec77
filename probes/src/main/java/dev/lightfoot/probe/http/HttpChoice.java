package dev.lightfoot.probe.http;

import java.util.Optional;

/// Which version of HTTP is measured.
public enum HttpChoice {
  /// What a browser would take: h2 or http/1.1 as agreed on, and h3 where the server is known to
  /// speak it.
  ANY("any"),
  /// http/1.1 only.
  HTTP_1_1("1.1"),
  /// h2 only: a server that does not agree to it is not asked.
  HTTP_2("2"),
  /// h3 only, without falling back.
  HTTP_3("3");

  private final String label;

  HttpChoice(String label) {
    this.label = label;
  }

  /// How people write it.
  public String label() {
    return label;
  }

  /// The choice that is written so.
  public static Optional<HttpChoice> ofLabel(String label) {
    for (HttpChoice choice : values()) {
      if (choice.label.equals(label)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }
}
