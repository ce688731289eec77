package dev.lightfoot.probe.dns;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.ResolverConnection;
import dev.lightfoot.model.dns.DnsAnswer;
import dev.lightfoot.probe.trace.Deferred;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.Arrival;
import java.util.Optional;
import java.util.OptionalInt;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Notes one attempt at one question.
final class QueryNote {
  private final ExchangeTrace trace;
  private final Message query;
  private final String server;
  private final String transport;
  private long startNanos;
  private long endNanos;
  private long arrivedAt;
  private volatile boolean sent;
  private Optional<ResolverConnection> setUp = Optional.empty();
  private Optional<String> note = Optional.empty();

  QueryNote(ExchangeTrace trace, Message query, String server, String transport) {
    this.trace = trace;
    this.query = query;
    this.server = server;
    this.transport = transport;
    this.startNanos = trace.clock().now();
    this.endNanos = startNanos;
    if (query.getHeader().getFlag(Flags.CD)) {
      note = Optional.of("asked without DNSSEC validation, to find out why the answer failed");
    }
  }

  /// The question leaves now. The first one of an exchange begins its DNS phase.
  void sent() {
    leaving();
    left(System.nanoTime());
  }

  /// The question is about to leave.
  void leaving() {
    sent = true;
    trace.begin();
  }

  /// The question left then; said afterwards, so that nothing lies between the instant and the
  /// packet.
  void left(long nanoTime) {
    startNanos = trace.clock().of(nanoTime);
    endNanos = startNanos;
    trace.markEarliest(Mark.DNS_START, startNanos);
    trace.enter(Phase.DNS, startNanos);
  }

  /// The same as [#sent], but only the first time.
  void sentOnce() {
    if (!sent) {
      sent();
    }
  }

  long startNanos() {
    return startNanos;
  }

  /// The whole answer is there now; reading it takes time of our own.
  void arrived() {
    arrivedAt = System.nanoTime();
    endNanos = trace.clock().of(arrivedAt);
  }

  /// The whole answer was there then; we had it only later.
  void arrived(Arrival arrival) {
    trace.stamped(arrival.stamped());
    arrivedAt = arrival.last();
    endNanos = trace.clock().of(arrivedAt);
  }

  /// When the newest answer was there, raw nanoTime.
  long arrivedAt() {
    return arrivedAt;
  }

  long now() {
    return trace.clock().now();
  }

  /// The connection that this question opened first.
  void opened(ResolverConnection connection) {
    setUp = Optional.of(connection);
  }

  /// Something worth knowing about it.
  void remark(String words) {
    note = Optional.of(words);
  }

  /// Notes the answer; its records are written out after the measurement.
  void answered(Message answer, OptionalInt trips, boolean truncated) {
    write(Optional.of(answer), trips, truncated);
  }

  void failed(String why) {
    note = Optional.of(why);
    arrived();
    write(Optional.empty(), OptionalInt.empty(), false);
  }

  private void write(Optional<Message> answer, OptionalInt trips, boolean truncated) {
    trace.lookup().query(new Deferred<>(() -> query(answer, trips, truncated)));
  }

  private DnsQuery query(Optional<Message> answer, OptionalInt trips, boolean truncated) {
    Record question = query.getQuestion();
    return new DnsQuery(
        question.getName().toString(),
        Optional.of(Type.string(question.getType())),
        server,
        transport,
        startNanos,
        endNanos - startNanos,
        trips,
        answer.map(message -> Rcode.string(message.getRcode())),
        answer.map(message -> message.getHeader().getFlag(Flags.AD)).orElse(false),
        truncated,
        answer.stream()
            .flatMap(message -> message.getSection(Section.ANSWER).stream())
            .map(QueryNote::answer)
            .toList(),
        setUp,
        note);
  }

  private static DnsAnswer answer(Record record) {
    return new DnsAnswer(
        record.getName().toString(),
        Type.string(record.getType()),
        record.getTTL(),
        record.rdataToString());
  }
}
