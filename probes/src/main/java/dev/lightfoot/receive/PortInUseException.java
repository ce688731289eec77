package dev.lightfoot.receive;

import java.io.IOException;
import java.io.Serial;

/// A port of this computer that another program listens on; the message is a sentence for the
/// command line.
public final class PortInUseException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final int port;

  PortInUseException(int port, String option, Throwable cause) {
    super(
        "Port %d of this computer is in use by another program (a collector, or another Lightfoot?). Stop it, or choose another port with %s."
            .formatted(port, option),
        cause);
    this.port = port;
  }

  /// Which one.
  public int port() {
    return port;
  }
}
