package dev.lightfoot.probe.wire;

import dev.lightfoot.model.Header;
import java.util.List;
import okio.Buffer;

/// Follows one response while it comes. Calls come from the thread that measures it, some between
/// two stamps: an implementation hands on what it gets and returns at once.
///
/// In order: `hinted*`, then `head`, `body*`, `ended`; any of them may be missing where the
/// exchange fails.
public interface ResponseWatcher {

  /// Ignores everything.
  ResponseWatcher NONE = new ResponseWatcher() {};

  /// A header block came over h2 that is not decoded yet.
  ///
  /// @param decode decodes it, and leads to [#hinted] where it is that of a 103; for another thread
  default void headerBlock(Runnable decode) {}

  /// A 103 came over h2 or h3 (RFC 8297).
  default void hinted(List<Header> fields) {}

  /// The head of the final response is there.
  default void head(int status, List<Header> fields) {}

  /// A part of the body came, with its content codings.
  ///
  /// @param part to be copied, not taken out
  /// @return whether more of the body is wanted
  default boolean body(Buffer part) {
    return true;
  }

  /// The body has come to its end.
  default void ended() {}
}
