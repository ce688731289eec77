package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Entry;
import java.util.List;

/// Finds the facts of one line after the other of one file.
interface LineFormat {
  /// What a line is.
  enum Kind {
    /// A request.
    ENTRY,
    /// Something else that belongs into such a file.
    OTHER,
    /// What the server says of itself, where its error log stands in the same file.
    MESSAGE,
    /// Nothing at all, or a comment.
    EMPTY,
    /// Something that should have been a request; the entry's problem says why it is none.
    BAD;

    /// That of a scan which found a request, or none.
    static Kind of(boolean read) {
      return read ? ENTRY : BAD;
    }
  }

  /// Takes the next line.
  Kind take(byte[] b, int from, int to, Entry into);

  /// Sentences about what was assumed of the whole file.
  default List<String> remarks() {
    return List.of();
  }
}
