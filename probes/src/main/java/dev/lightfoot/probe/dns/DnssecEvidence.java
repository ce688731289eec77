package dev.lightfoot.probe.dns;

import dev.lightfoot.model.dns.DnssecState;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Concludes from answers what DNSSEC says of a name. Only a resolver that validates can say
/// anything: the absence of AD means "insecure" where it vouches for the root, which is signed, and
/// nothing elsewhere.
final class DnssecEvidence {
  private DnssecEvidence() {}

  /// A state, and what it rests on in words.
  record Verdict(DnssecState state, String reason) {}

  /// @param server who answered
  /// @param answer for the name itself, asked with AD and DO
  /// @param unchecked the same asked with CD, where it was SERVFAIL
  /// @param root for the start of authority of the root, asked with AD and DO
  static Verdict judge(
      String server, Message answer, Optional<Message> unchecked, Optional<Message> root) {
    if (answer.getRcode() == Rcode.SERVFAIL) {
      return unchecked.filter(DnssecEvidence::isConclusive).isPresent()
          ? new Verdict(DnssecState.BOGUS, server + " answers only with validation switched off")
          : new Verdict(DnssecState.UNKNOWN, server + " could not find out: SERVFAIL");
    }
    if (answer.getHeader().getFlag(Flags.AD)) {
      return new Verdict(DnssecState.SECURE, server + " says that it validated the answer (AD)");
    }
    boolean signed =
        answer.getSection(Section.ANSWER).stream().anyMatch(r -> r.getType() == Type.RRSIG);
    if (root.filter(message -> message.getHeader().getFlag(Flags.AD)).isPresent()) {
      return new Verdict(
          DnssecState.INSECURE,
          server
              + " validates (it vouches for the root) but not this name: "
              + (signed ? "no chain of trust leads to its signatures" : "it is not signed"));
    }
    return new Verdict(
        DnssecState.UNKNOWN,
        (signed ? "signatures came along, but " : "")
            + "nothing shows that "
            + server
            + " validates");
  }

  private static boolean isConclusive(Message message) {
    return message.getRcode() == Rcode.NOERROR || message.getRcode() == Rcode.NXDOMAIN;
  }
}
