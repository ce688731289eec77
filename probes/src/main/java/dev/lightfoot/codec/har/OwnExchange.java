package dev.lightfoot.codec.har;

import dev.lightfoot.codec.capture.BrowserWords;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.PriorityChange;
import dev.lightfoot.model.page.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Makes exchanges of entries that we wrote: as they were.
final class OwnExchange {
  private final EntryDraft entry;
  private final OwnFields own;
  private final long startNanos;

  private OwnExchange(EntryDraft entry, long startNanos) {
    this.entry = entry;
    this.own = entry.own;
    this.startNanos = startNanos;
  }

  static ExchangeBuilder of(Request request, long startNanos) {
    return new OwnExchange(request.entry(), startNanos).make(request);
  }

  private ExchangeBuilder make(Request request) {
    PlacedPhases phases = OwnPhases.of(entry, startNanos);
    ExchangeBuilder exchange =
        new ExchangeBuilder(request.url().toString(), ExchangeMaker.method(entry.request.method))
            .status(request.status())
            .protocol(request.protocol())
            .startNanos(startNanos)
            .source(word("source").orElse(Exchange.IMPORTED))
            .gapNanos(phases.gapNanos)
            .connection(connection())
            .marks(marks(request, phases))
            .request(request(entry.request))
            .response(response(request))
            .tls(ExchangeMaker.tls(entry))
            .resource(resource())
            .initiator(initiator())
            .redirectedFrom(word("redirectedFrom"))
            .interim(own.interim(startNanos))
            .chunks(own.chunks(startNanos));
    phases.byPhase.forEach(exchange::phase);
    return exchange;
  }

  private Optional<ResponseFacts> response(Request request) {
    boolean none = request.isUnanswered() || own.word("noResponse").equals("true");
    return none ? Optional.empty() : entry.response.map(this::facts);
  }

  /// Cookies may have been longer than what is left of them in the lines.
  private RequestFacts request(MessageDraft message) {
    RequestFacts facts = ExchangeMaker.requestFacts(message);
    String cookies = own.word("cookieBytes");
    return cookies.matches("[0-9]{1,15}")
        ? new RequestFacts(
            facts.headerBytes(), Long.parseLong(cookies), facts.bodyBytes(), facts.headers())
        : facts;
  }

  private Optional<Connection> connection() {
    try {
      int id = Integer.parseInt(entry.connection);
      return Optional.of(
          new Connection(
              id, own.word("reused").equals("true"), word("address"), Optional.empty(), List.of()));
    } catch (NumberFormatException e) {
      if (!entry.address.isEmpty()) {
        entry.kept.text("serverIPAddress", entry.address);
      }
      return Optional.empty();
    }
  }

  private Optional<String> word(String name) {
    String word = own.word(name);
    return word.isEmpty() ? Optional.empty() : Optional.of(word);
  }

  private Marks marks(Request request, PlacedPhases phases) {
    if (own.word("noMarks").equals("true")) {
      return Marks.NONE;
    }
    if (own.marks.isEmpty()) {
      return request.isUnanswered() ? Marks.NONE : ExchangeMaker.marks(phases);
    }
    return new Marks(
        mark("firstByte"),
        mark("finalFirstByte"),
        mark("headersComplete"),
        mark("bodyFirstByte"),
        mark("lastByte"));
  }

  private OptionalLong mark(String name) {
    Double at = own.marks.get(name);
    return at == null ? OptionalLong.empty() : OptionalLong.of(instant(at));
  }

  private long instant(double millis) {
    return startNanos + OwnFields.nanos(millis);
  }

  private ResponseFacts facts(MessageDraft response) {
    return new ResponseFacts(
        Math.max(0, response.headerSize),
        Math.max(0, response.bodySize),
        own.word("decoded").equals(OwnFields.UNKNOWN)
            ? OptionalLong.empty()
            : ExchangeMaker.decoded(response),
        response.headers,
        word("cut"));
  }

  private Resource resource() {
    List<PriorityChange> changes = new ArrayList<>();
    for (OwnFields.Change change : own.changes) {
      BrowserWords.priority(change.priority())
          .ifPresent(to -> changes.add(new PriorityChange(instant(change.at()), to)));
    }
    return new Resource(
        BrowserWords.type(entry.resourceType),
        ExchangeMaker.priority(entry),
        changes,
        ExchangeMaker.renderBlocking(entry),
        Party.ofLabel(own.word("party")),
        word("deliveryType"));
  }

  private Optional<Initiator> initiator() {
    OptionalInt by = number("exchange", 0);
    Optional<Initiator.Type> type = Initiator.Type.ofLabel(own.initiator.getOrDefault("type", ""));
    entry.initiator.keep(entry.kept, type.isPresent(), by.isPresent());
    return type.map(each -> new Initiator(each, by, number("line", 1)));
  }

  private OptionalInt number(String name, int least) {
    try {
      int number = Integer.parseInt(own.initiator.getOrDefault(name, ""));
      return number < least ? OptionalInt.empty() : OptionalInt.of(number);
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
