package dev.lightfoot.probe.dns;

import java.util.random.RandomGenerator;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/// The extension of DNS (RFC 6891) that some servers refuse.
final class Edns {
  private static final int IDS = 65_536;

  private Edns() {}

  static boolean isIn(Message query) {
    return query.getOPT() != null;
  }

  /// Whether this may mean that the server does not understand the extension (RFC 6891 section 7;
  /// BADVERS names the version, of which there is one only).
  static boolean isRefusedBy(Message answer) {
    return switch (answer.getRcode()) {
      case Rcode.FORMERR, Rcode.NOTIMP, Rcode.BADVERS -> true;
      default -> false;
    };
  }

  /// The same question in the words of 1987 (RFC 1035), under an id of its own. A server that
  /// refuses EDNS may refuse the flag AD as well: the bit had to be zero then.
  static Message without(Message query) {
    Message plain = query.clone();
    plain.removeAllRecords(Section.ADDITIONAL);
    plain.getHeader().unsetFlag(Flags.AD);
    plain.getHeader().setID(RandomGenerator.getDefault().nextInt(IDS));
    return plain;
  }
}
