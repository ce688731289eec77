package dev.lightfoot.receive;

import java.io.Serial;

/// A request that is refused, with the answer that its sender gets.
final class RefusedRequest extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final Why why;

  /// Reasons, each with its HTTP status and gRPC code.
  enum Why {
    MALFORMED(400, 3),
    FOREIGN(403, 7),
    UNKNOWN_PATH(404, 5),
    METHOD(405, 12),
    TOO_LARGE(413, 8),
    MEDIA_TYPE(415, 3),
    BUSY(503, 14);

    private final int status;
    private final int code;

    Why(int status, int code) {
      this.status = status;
      this.code = code;
    }

    int status() {
      return status;
    }

    /// Of `google.rpc.Code`.
    int code() {
      return code;
    }
  }

  RefusedRequest(Why why, String sentence) {
    super(sentence);
    this.why = why;
  }

  Why why() {
    return why;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
