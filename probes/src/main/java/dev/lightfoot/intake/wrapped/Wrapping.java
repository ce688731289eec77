package dev.lightfoot.intake.wrapped;

import dev.lightfoot.codec.lines.Newlines;
import dev.lightfoot.codec.text.LineHead;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// How containers wrap the lines of what runs in them.
public enum Wrapping {
  /// `web-1 | line`, as docker compose prints the logs of several services, also with
  /// `--timestamps`; `web.1.x@node | line` of a swarm.
  COMPOSE {
    @Override
    public boolean read(byte[] bytes, int start, int end, WrappedLine into) {
      int at = passColour(bytes, passStamp(bytes, start, end), end);
      int name = at;
      while (at < end && isName(bytes[at])) {
        at++;
      }
      int nameEnd = at;
      while (at < end && bytes[at] == ' ') {
        at++;
      }
      if (nameEnd == name || at == nameEnd || at == end || bytes[at] != '|') {
        return false;
      }
      int bar = at + 1;
      int text = passColour(bytes, bar, end);
      text = text < end && bytes[text] == ' ' ? text + 1 : text;
      into.take(bytes, passStamp(bytes, passColour(bytes, text, end), end), end);
      into.serviceAt(bytes, name, nameEnd);
      return true;
    }
  },

  /// `2026-11-23T16:29:00.123456789Z stdout F line`, as Kubernetes keeps them (CRI); `P` instead of
  /// `F` where the line goes on in the next.
  CRI {
    @Override
    public boolean read(byte[] bytes, int start, int end, WrappedLine into) {
      int stamp = Newlines.find(bytes, start, Math.min(end, start + STAMP_LONGEST), (byte) ' ');
      if (stamp < start + STAMP_SHORTEST || bytes[start + 4] != '-' || bytes[start + 10] != 'T') {
        return false;
      }
      boolean errors = startsWith(bytes, stamp, end, STDERR);
      int tag = stamp + STDERR.length;
      if ((!errors && !startsWith(bytes, stamp, end, STDOUT))
          || tag >= end
          || (bytes[tag] != 'F' && bytes[tag] != 'P')) {
        return false;
      }
      int text = Newlines.find(bytes, tag, end, (byte) ' ');
      into.take(bytes, text < 0 ? end : text + 1, end);
      into.streamed(errors, bytes[tag] == 'P');
      return true;
    }
  },

  /// `{"log":"line\n","stream":"stdout","time":"…"}`, as docker keeps them; without the `\n` where
  /// the line goes on in the next.
  JSON_FILE {
    @Override
    public boolean read(byte[] bytes, int start, int end, WrappedLine into) {
      if (!startsWith(bytes, start, end, LOG)) {
        return false;
      }
      int after = into.unescape(bytes, start + LOG.length, end);
      if (after < 0 || !startsWith(bytes, after, end, STREAM)) {
        return false;
      }
      int stream = after + STREAM.length;
      into.streamed(stream + 3 < end && bytes[stream + 3] == 'e', !into.passNewline());
      return true;
    }
  },

  /// `{"__REALTIME_TIMESTAMP":"…","MESSAGE":"line",…}`, as `journalctl -o json` prints the journal.
  JOURNAL {
    @Override
    public boolean read(byte[] bytes, int start, int end, WrappedLine into) {
      return start < end && bytes[start] == '{' && JournalLine.read(bytes, start, end, into);
    }
  },

  /// What collectors put before lines ([LineHead]): syslog, `kubectl logs --timestamps --prefix`,
  /// drains and exports.
  HEADED {
    @Override
    public boolean read(byte[] bytes, int start, int end, WrappedLine into) {
      Optional<LineHead> head = LineHead.of(bytes, start, end);
      head.ifPresent(
          found -> {
            into.take(bytes, found.end(), end);
            into.service(found.program());
          });
      return head.isPresent();
    }
  };

  private static final int STAMP_SHORTEST = 20;
  private static final int STAMP_LONGEST = 40;
  private static final int STAMP_FULL = 29;
  private static final int PERCENT = 90;
  private static final byte[] STDOUT = ascii(" stdout ");
  private static final byte[] STDERR = ascii(" stderr ");
  private static final byte[] LOG = ascii("{\"log\":\"");
  private static final byte[] STREAM = ascii("\",\"stream\":\"");

  /// Whether its lines may as well be a log as they are, so that what is recognised within decides.
  public boolean isDoubtful() {
    return this == HEADED;
  }

  /// Whether it holds what any program says, of which a person wants that of some.
  public boolean holdsOthers() {
    return this == JOURNAL || this == HEADED;
  }

  /// Takes a line out of its wrapping; false where it is not wrapped so.
  public abstract boolean read(byte[] bytes, int start, int end, WrappedLine into);

  /// The wrapping of nine of ten lines of a beginning.
  ///
  /// @param cut whether it goes on behind them, so that the last line counts only where it ends
  public static Optional<Wrapping> of(byte[] sample, boolean cut) {
    for (Wrapping each : values()) {
      if (each.wraps(sample, cut)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private boolean wraps(byte[] sample, boolean cut) {
    WrappedLine line = new WrappedLine();
    int lines = 0;
    int wrapped = 0;
    int start = 0;
    while (start < sample.length) {
      int at = Newlines.find(sample, start, sample.length, (byte) '\n');
      if (at < 0 && cut) {
        break; // cut by us
      }
      int end = at < 0 ? sample.length : at;
      lines++;
      wrapped += read(sample, start, end, line) ? 1 : 0;
      start = end + 1;
    }
    return lines > 0 && wrapped * 100L >= lines * (long) PERCENT;
  }

  private static boolean isName(byte value) {
    return (value >= '0' && value <= '9')
        || (value >= 'a' && value <= 'z')
        || (value >= 'A' && value <= 'Z')
        || value == '-'
        || value == '_'
        || value == '.'
        || value == '@';
  }

  /// Past a time of nine decimals, as docker and Kubernetes write it, and the blank behind it.
  private static int passStamp(byte[] bytes, int start, int end) {
    boolean shaped =
        end - start > STAMP_FULL && bytes[start + 10] == 'T' && bytes[start + 19] == '.';
    for (int i = start + 20; shaped && i < start + STAMP_FULL; i++) {
      shaped = Character.isDigit(bytes[i]);
    }
    if (!shaped) {
      return start;
    }
    int blank =
        Newlines.find(bytes, start + STAMP_FULL, Math.min(end, start + STAMP_LONGEST), (byte) ' ');
    return blank < 0 ? start : blank + 1;
  }

  /// Past sequences such as `ESC [36m`.
  private static int passColour(byte[] bytes, int start, int end) {
    int at = start;
    while (at + 1 < end && bytes[at] == 0x1B && bytes[at + 1] == '[') {
      int letter = at + 2;
      while (letter < end && (bytes[letter] == ';' || Character.isDigit(bytes[letter]))) {
        letter++;
      }
      if (letter == end || bytes[letter] != 'm') {
        return at;
      }
      at = letter + 1;
    }
    return at;
  }

  private static boolean startsWith(byte[] bytes, int start, int end, byte[] wanted) {
    return end - start >= wanted.length
        && Arrays.equals(bytes, start, start + wanted.length, wanted, 0, wanted.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
