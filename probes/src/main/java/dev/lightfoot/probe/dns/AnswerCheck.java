package dev.lightfoot.probe.dns;

import java.io.IOException;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/// Whether a message answers a question.
final class AnswerCheck {
  private AnswerCheck() {}

  /// Junk is treated like silence: a forged packet must not end the question.
  static Message parse(byte[] bytes) {
    try {
      return new Message(bytes);
    } catch (IOException | RuntimeException e) {
      return new Message(); // has another id and no question, so it answers nothing
    }
  }

  static boolean answers(Message query, Message answer) {
    return answer.getHeader().getID() == query.getHeader().getID()
        && answer.getHeader().getFlag(Flags.QR)
        && repeats(query, answer);
  }

  /// A server that cannot read a question, or will not, may send back its head alone, 12 bytes. It
  /// then says nothing about a name, only about itself.
  static boolean repeats(Message query, Message answer) {
    Record question = answer.getQuestion();
    return question == null
        ? isRefusal(answer.getHeader().getRcode())
        : question.equals(query.getQuestion());
  }

  private static boolean isRefusal(int rcode) {
    return switch (rcode) {
      case Rcode.FORMERR, Rcode.NOTIMP, Rcode.REFUSED, Rcode.SERVFAIL -> true;
      default -> false;
    };
  }
}
