package dev.lightfoot.codec.accesslog.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Undoes the escapes of the servers: JSON's, and nginx's and Apache's `\xHH`. What is no escape
/// stays as it is.
final class Escapes {
  private Escapes() {}

  /// Writes the decoded bytes, never more than there were.
  ///
  /// @return how many
  static int decode(byte[] source, int from, int to, byte[] into, int at) {
    int out = at;
    int i = from;
    while (i < to) {
      byte b = source[i++];
      if (b != '\\' || i == to) {
        into[out++] = b;
        continue;
      }
      byte kind = source[i++];
      int plain = plain(kind);
      if (plain >= 0) {
        into[out++] = (byte) plain;
      } else if (kind == 'x' && hex(source, i, to, 2) >= 0) {
        into[out++] = (byte) hex(source, i, to, 2);
        i += 2;
      } else if (kind == 'u' && hex(source, i, to, 4) >= 0) {
        int unit = hex(source, i, to, 4);
        i += 4;
        boolean pair = Character.isHighSurrogate((char) unit) && pairs(source, i, to);
        int point =
            pair ? Character.toCodePoint((char) unit, (char) hex(source, i + 2, to, 4)) : unit;
        i += pair ? 6 : 0;
        byte[] encoded = Character.toString(point).getBytes(UTF_8);
        System.arraycopy(encoded, 0, into, out, encoded.length);
        out += encoded.length;
      } else {
        into[out++] = '\\';
        into[out++] = kind;
      }
    }
    return out - at;
  }

  private static boolean pairs(byte[] source, int i, int to) {
    return i + 6 <= to
        && source[i] == '\\'
        && source[i + 1] == 'u'
        && hex(source, i + 2, to, 4) >= 0xDC00
        && hex(source, i + 2, to, 4) <= 0xDFFF;
  }

  private static int plain(byte kind) {
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> -1;
    };
  }

  private static int hex(byte[] source, int from, int to, int digits) {
    if (from + digits > to) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(source[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }
}
