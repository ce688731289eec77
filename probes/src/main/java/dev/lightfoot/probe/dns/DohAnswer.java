package dev.lightfoot.probe.dns;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Failure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Locale;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.Buffer;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/// Reads what a DNS over HTTPS server sent, and names what is wrong with it.
final class DohAnswer {
  private static final int MAX_BYTES = 65_535;

  private DohAnswer() {}

  /// An answer that cannot be used.
  private static final class Unusable extends IOException {
    private static final long serialVersionUID = 1;

    private final ErrorType type;

    Unusable(ErrorType type, String what) {
      super(what);
      this.type = type;
    }
  }

  /// The bytes of the answer, at most as many as a DNS message can have.
  static byte[] body(Response response) throws IOException {
    if (response.code() != 200) {
      throw new Unusable(
          ErrorType.DNS_FAILED, "it answered with the HTTP status " + response.code());
    }
    MediaType type = response.body().contentType();
    if (type == null || !"dns-message".equals(type.subtype())) {
      String shown = type == null ? "no content type" : type.type() + "/" + type.subtype();
      throw new Unusable(
          ErrorType.DNS_MALFORMED,
          "it answered with " + brief(shown) + " instead of application/dns-message");
    }
    Buffer bytes = new Buffer();
    while (response.body().source().read(bytes, 8_192) >= 0) {
      if (bytes.size() > MAX_BYTES) {
        throw new Unusable(
            ErrorType.DNS_MALFORMED, "its answer is longer than a DNS message can be");
      }
    }
    return bytes.readByteArray();
  }

  /// The message in these bytes, if it answers that question.
  static Message of(byte[] bytes, Message query) throws IOException {
    Message answer;
    try {
      answer = new Message(bytes);
    } catch (IOException | RuntimeException e) {
      throw new Unusable(
          ErrorType.DNS_MALFORMED, "the " + bytes.length + " bytes it sent are not a DNS message");
    }
    if (!answer.getHeader().getFlag(Flags.QR) || !AnswerCheck.repeats(query, answer)) {
      throw new Unusable(ErrorType.DNS_MALFORMED, "it answered a different question");
    }
    if (answer.getHeader().getID() != 0) {
      throw new Unusable(
          ErrorType.DNS_MALFORMED, "its answer has a different id from the question");
    }
    return answer;
  }

  /// That error as a sentence for people.
  ///
  /// @param since when it was asked, raw nanoTime
  static DnsFailure failure(IOException error, ExchangeTrace setUp, WebUrl url, long since) {
    if (error instanceof Unusable unusable) {
      return failure(unusable.type, url, String.valueOf(unusable.getMessage()));
    }
    Optional<Failure> broken = setUp.failure();
    if (broken.isPresent()) {
      return new DnsFailure(
          ErrorType.DNS_UNREACHABLE,
          "The resolver " + url + " gave no answer: " + broken.get().message(),
          broken.get().message());
    }
    String words = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    if (error instanceof InterruptedIOException || words.contains("timeout")) {
      return failure(ErrorType.DNS_TIMEOUT, url, "it did not answer" + DnsFailure.within(since));
    }
    return failure(ErrorType.DNS_UNREACHABLE, url, brief(String.valueOf(error.getMessage())));
  }

  private static DnsFailure failure(ErrorType type, WebUrl url, String why) {
    return new DnsFailure(
        type, "The resolver " + url + " gave no usable answer: " + why + ".", why);
  }

  private static String brief(String words) {
    String line = words.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }
}
