package dev.lightfoot.intake.wrapped;

import dev.lightfoot.codec.text.TextCache;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What a [Wrapping] finds in a line: the text, its recorder, and whether it goes on.
public final class WrappedLine {
  private static final int INITIAL = 1024;

  private byte[] text = new byte[INITIAL];
  private final TextCache texts = new TextCache();
  private int length;
  private Optional<String> service = Optional.empty();
  private boolean errors;
  private boolean unfinished;

  public byte[] text() {
    return text;
  }

  public int length() {
    return length;
  }

  /// Of which service; empty where all is of one.
  public Optional<String> service() {
    return service;
  }

  /// Whether it was written to the stream for errors.
  public boolean errors() {
    return errors;
  }

  /// Whether the next line of the same stream continues it.
  public boolean unfinished() {
    return unfinished;
  }

  public void take(byte[] bytes, int start, int end) {
    length = 0;
    room(end - start);
    System.arraycopy(bytes, start, text, 0, end - start);
    length = end - start;
  }

  void serviceAt(byte[] bytes, int start, int end) {
    if (service.isEmpty() || !matches(service.get(), bytes, start, end)) {
      service = Optional.of(new String(bytes, start, end - start, StandardCharsets.US_ASCII));
    }
  }

  private static boolean matches(String known, byte[] bytes, int start, int end) {
    boolean same = known.length() == end - start;
    for (int i = start; same && i < end; i++) {
      same = known.charAt(i - start) == bytes[i];
    }
    return same;
  }

  /// @param name empty where the line does not say
  void service(String name) {
    if (name.isEmpty()) {
      service = Optional.empty();
    } else if (!service.equals(Optional.of(name))) {
      service = Optional.of(name);
    }
  }

  /// What keeps one copy of the texts of its lines.
  TextCache texts() {
    return texts;
  }

  void streamed(boolean toErrors, boolean goesOn) {
    errors = toErrors;
    unfinished = goesOn;
  }

  /// Takes a line feed off the end; false where there is none.
  boolean passNewline() {
    boolean ended = length > 0 && text[length - 1] == '\n';
    length -= ended ? 1 : 0;
    return ended;
  }

  /// Takes the JSON string that begins there.
  ///
  /// @return place of the quotation mark that ends it; -1 where it does not end
  int unescape(byte[] bytes, int start, int end) {
    length = 0;
    room(end - start);
    int at = start;
    while (at < end && bytes[at] != '"') {
      if (bytes[at] != '\\') {
        text[length++] = bytes[at++];
      } else if (at + 1 < end && bytes[at + 1] == 'u') {
        at = unicode(bytes, at + 2, end);
      } else {
        text[length++] = at + 1 < end ? plain(bytes[at + 1]) : 0;
        at += 2;
      }
    }
    return at < end ? at : -1;
  }

  private static byte plain(byte escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> escaped;
    };
  }

  /// Two escapes of one character outside the first plane become two replacements: docker writes
  /// such characters as they are.
  private int unicode(byte[] bytes, int start, int end) {
    int value = 0;
    int at = start;
    for (; at < Math.min(end, start + 4); at++) {
      value = value * 16 + Math.max(0, Character.digit(bytes[at], 16));
    }
    byte[] utf8 = Character.toString((char) value).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(utf8, 0, text, length, utf8.length);
    length += utf8.length;
    return at;
  }

  private void room(int bytes) {
    if (bytes > text.length) {
      text = Arrays.copyOf(text, Math.max(bytes, 2 * text.length));
    }
  }
}
