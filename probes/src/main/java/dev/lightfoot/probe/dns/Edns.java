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

  /// Whether this may mean that the server does not understand the extension (RFC 6891 section 7;
  /// BADVERS names the version, of which there is one only).
  static boolean isRefusedBy(Message answer) {
    return switch (answer.getRcode()) {
      case Rcode.FORMERR, Rcode.NOTIMP, Rcode.BADVERS -> true;
      default -> false;
    };
  }

  /// Puts one question to a server.
  interface Question {
    /// What came of it.
    ///
    /// @param remark why it is put so; nothing where that is the usual way
    DnsTransport.Reply put(Message query, String remark) throws DnsFailure;
  }

  /// Asks that server, and again without EDNS where it refuses that, which costs it further trips;
  /// without EDNS from the first where that is known.
  static DnsTransport.Reply ask(Message query, String server, KnownServers known, Question question)
      throws DnsFailure {
    if (known.isKnownToRefuseEdns(server)) {
      return question.put(without(query), "asked without EDNS, which the server refuses");
    }
    DnsTransport.Reply reply = question.put(query, "");
    if (!isRefusedBy(reply.message())) {
      known.speaksEdns(server);
      return reply;
    }
    String rcode = Rcode.string(reply.message().getRcode());
    DnsTransport.Reply plain =
        question.put(without(query), "asked again without EDNS: with it the answer was " + rcode);
    if (!isRefusedBy(plain.message())) {
      known.refusesEdns(server, "answered " + rcode + " to");
    }
    return plain.withTrips(reply.trips() + plain.trips());
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
