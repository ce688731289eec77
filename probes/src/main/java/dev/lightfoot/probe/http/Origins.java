package dev.lightfoot.probe.http;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.SecretNames;
import okhttp3.HttpUrl;

/// Origins (RFC 6454), and what must not cross from one to another.
public final class Origins {
  private Origins() {}

  public static boolean same(HttpUrl a, HttpUrl b) {
    return a.scheme().equals(b.scheme()) && a.host().equals(b.host()) && a.port() == b.port();
  }

  /// Whether a header line may hold a credential, so that it stays with its origin.
  public static boolean isCredential(Header header) {
    return SecretNames.maybeHeader(header.name());
  }
}
