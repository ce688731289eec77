package dev.lightfoot.codec.har;

import dev.lightfoot.codec.capture.BrowserWords;
import dev.lightfoot.codec.capture.Repairs;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes exchanges of entries that other programs wrote.
final class ExchangeMaker {
  private static final int LONGEST_METHOD = 32;

  private final Dialect dialect;
  private final Repairs repairs;
  private final Connections connections;

  ExchangeMaker(Dialect dialect, Repairs repairs) {
    this.dialect = dialect;
    this.repairs = repairs;
    this.connections = new Connections(!dialect.portAsConnection());
  }

  /// All of an exchange but what it has to do with others.
  ExchangeBuilder make(Request request, long startNanos) {
    EntryDraft entry = request.entry();
    PlacedPhases phases = EntryPhases.of(request, dialect, repairs, startNanos);
    version(request);
    ExchangeBuilder exchange =
        new ExchangeBuilder(request.url().toString(), method(entry.request.method))
            .status(request.status())
            .protocol(request.protocol())
            .startNanos(startNanos)
            .source(Exchange.IMPORTED)
            .gapNanos(phases.gapNanos)
            .connection(connections.of(request, phases))
            .marks(request.isUnanswered() ? Marks.NONE : marks(phases))
            .request(requestFacts(entry.request))
            .response(request.isUnanswered() ? Optional.empty() : responseFacts(request))
            .tls(tls(entry))
            .resource(resource(request));
    phases.byPhase.forEach(exchange::phase);
    return exchange;
  }

  /// A method is a word; whatever else stands there is not sent to a terminal.
  static String method(String written) {
    String plain = written.strip().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]", "");
    return plain.isEmpty() ? "GET" : plain.substring(0, Math.min(plain.length(), LONGEST_METHOD));
  }

  private void version(Request request) {
    String answered = request.entry().response.map(response -> response.version).orElse("");
    boolean named = !answered.isBlank() && !answered.equalsIgnoreCase("unknown");
    if (named && BrowserWords.protocol(answered).isEmpty()) {
      if (request.protocol().isPresent()) {
        repairs.mend(HarRepair.HTTP_VERSION);
      } else {
        repairs.doubt(HarRepair.HTTP_VERSION);
      }
    }
    if (request.isUnanswered() && !statusIsNumber(request.entry())) {
      repairs.doubt(HarRepair.STATUS);
    }
  }

  private static boolean statusIsNumber(EntryDraft entry) {
    String status = entry.response.map(response -> response.status).orElse("");
    return status.isEmpty() || status.matches("-?[0-9.]{1,12}");
  }

  /// The first byte of the answer ends the wait. When the headers were whole, no HAR says.
  static Marks marks(PlacedPhases phases) {
    OptionalLong first = phases.end(Phase.WAIT);
    return new Marks(
        first, first, OptionalLong.empty(), OptionalLong.empty(), phases.end(Phase.RECEIVE));
  }

  static RequestFacts requestFacts(MessageDraft request) {
    long cookies = 0;
    for (Header header : request.headers) {
      if (header.named("cookie")) {
        cookies += header.value().getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return new RequestFacts(
        Math.max(0, request.headerSize),
        cookies > 0 ? cookies : request.cookieChars,
        Math.max(0, request.bodySize),
        request.headers);
  }

  private Optional<ResponseFacts> responseFacts(Request request) {
    MessageDraft response = request.entry().response.orElseThrow();
    if (response.headersCut || request.entry().request.headersCut) {
      repairs.doubt(HarRepair.HEADERS_CUT);
    }
    return Optional.of(
        new ResponseFacts(
            Math.max(0, response.headerSize),
            response.bodySize >= 0 ? response.bodySize : missingSize(request, response),
            decoded(response),
            response.headers,
            Optional.empty()));
  }

  static OptionalLong decoded(MessageDraft response) {
    return response.contentSize >= 0 ? OptionalLong.of(response.contentSize) : OptionalLong.empty();
  }

  /// From what else is said of it, where that is enough.
  private long missingSize(Request request, MessageDraft response) {
    if (request.isFromCache() || !hasBody(request) || response.contentSize == 0) {
      return 0;
    }
    long size = -1;
    if (response.contentSize >= 0 && response.compression != Long.MIN_VALUE) {
      size = response.contentSize - response.compression;
    } else if (response.transferSize >= 0) {
      size = Math.max(0, response.transferSize - Math.max(0, response.headerSize));
    } else if (response.contentSize >= 0 && response.header("content-encoding").isEmpty()) {
      size = response.contentSize;
    }
    if (size < 0) {
      repairs.doubt(HarRepair.BODY_SIZE_MISSING);
      return 0;
    }
    repairs.mend(HarRepair.BODY_SIZE_MISSING);
    return size;
  }

  private static boolean hasBody(Request request) {
    int status = request.status().orElse(0);
    boolean none = status < 200 || status == 204 || status == 304;
    return !none && !request.entry().request.method.equals("HEAD");
  }

  /// As far as it is said; what says more than we keep is kept as it stands.
  static Optional<TlsFacts> tls(EntryDraft entry) {
    MessageDraft.SecurityDraft said =
        entry.response.map(response -> response.security).orElseGet(() -> entry.request.security);
    if (said.protocol.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TlsFacts(
            Optional.of(said.protocol.replaceFirst("^TLS (?=\\d)", "TLSv")),
            word(said.cipher),
            word(said.group),
            Optional.empty(),
            false,
            false,
            false,
            OptionalLong.empty(),
            0,
            0,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of()));
  }

  private static Optional<String> word(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static Resource resource(Request request) {
    EntryDraft entry = request.entry();
    Optional<ResourceType> type =
        BrowserWords.type(entry.resourceType)
            .or(
                () ->
                    entry
                        .response
                        .filter(_ -> !request.isUnanswered())
                        .flatMap(response -> BrowserWords.typeOfMedia(media(response))));
    return new Resource(
        type,
        priority(entry),
        List.of(),
        renderBlocking(entry),
        Optional.empty(),
        entry.delivery.isEmpty() ? Optional.empty() : Optional.of(entry.delivery));
  }

  private static String media(MessageDraft response) {
    return response.mediaType.isBlank() ? response.header("content-type") : response.mediaType;
  }

  /// The one it was asked for with; what became of it later is kept where no instant is known.
  static Optional<Priority> priority(EntryDraft entry) {
    Optional<Priority> last = BrowserWords.priority(entry.priority);
    Optional<Priority> first = BrowserWords.priority(entry.initialPriority).or(() -> last);
    boolean other = !entry.priority.isEmpty() && !first.equals(last);
    if (other && entry.own.changes.isEmpty()) {
      entry.kept.text("_priority", entry.priority);
    }
    return first;
  }

  /// The words of the DevTools protocol and of W3C Resource Timing.
  static Optional<Boolean> renderBlocking(EntryDraft entry) {
    String said = entry.renderBlocking;
    boolean blocking = said.equals("blocking");
    if (blocking || said.startsWith("non") || said.equals("in_body_parser_blocking")) {
      return Optional.of(blocking);
    }
    if (!said.isEmpty()) {
      entry.kept.text("_renderBlocking", said);
    }
    return Optional.empty();
  }
}
