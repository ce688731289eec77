package dev.lightfoot.codec.snapshot;

/// JSON Pointer (RFC 6901).
final class Pointer {
  private Pointer() {}

  static void append(StringBuilder pointer, String name) {
    pointer.append('/');
    if (name.indexOf('~') < 0 && name.indexOf('/') < 0) {
      pointer.append(name);
    } else {
      pointer.append(name.replace("~", "~0").replace("/", "~1"));
    }
  }

  /// Where the object is that the member belongs to.
  static String outer(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }

  /// The name of the member.
  static String name(String pointer) {
    String escaped = pointer.substring(pointer.lastIndexOf('/') + 1);
    return escaped.replace("~1", "/").replace("~0", "~");
  }
}
