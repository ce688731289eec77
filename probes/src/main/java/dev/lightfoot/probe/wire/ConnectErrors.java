package dev.lightfoot.probe.wire;

import dev.lightfoot.model.ErrorType;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.Locale;

/// What kind of failure a connection attempt met.
public final class ConnectErrors {
  private ConnectErrors() {}

  /// Whether we closed the socket ourselves while it was connecting.
  static boolean closedHere(IOException error) {
    return !(error instanceof ConnectException)
        && String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT).contains("closed");
  }

  /// The JDK distinguishes some of them only by the operating system's words.
  public static ErrorType type(IOException error) {
    String words = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    if (error instanceof SocketTimeoutException || words.contains("timed out")) {
      return ErrorType.CONNECT_TIMEOUT;
    }
    if (error instanceof NoRouteToHostException
        || words.contains("unreachable")
        || words.contains("no route")) {
      return ErrorType.UNREACHABLE;
    }
    if (error instanceof ConnectException && words.contains("refused")) {
      return ErrorType.CONNECTION_REFUSED;
    }
    return ErrorType.CONNECT_FAILED;
  }
}
