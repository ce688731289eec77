package dev.lightfoot.devtools.netlog;

import java.util.OptionalDouble;

/// One lookup of a host name, in milliseconds by the browser's clock.
public final class NetLookup {
  private String host = "";
  private OptionalDouble from = OptionalDouble.empty();
  private OptionalDouble to = OptionalDouble.empty();
  private int error;

  void accept(NetLogEvent event) {
    if (event.begins("HOST_RESOLVER_MANAGER_JOB")) {
      host = event.params().text("host").orElse("");
      from = OptionalDouble.of(event.millis());
    } else if (event.ends("HOST_RESOLVER_MANAGER_JOB")) {
      to = OptionalDouble.of(event.millis());
      error = event.error();
    }
  }

  /// The host, with scheme and port where the browser has them.
  public String host() {
    return host;
  }

  public OptionalDouble from() {
    return from;
  }

  public OptionalDouble to() {
    return to;
  }

  /// As the browser's constant is numbered; 0 for none.
  public int error() {
    return error;
  }
}
