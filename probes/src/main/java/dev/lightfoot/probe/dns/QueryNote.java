package dev.lightfoot.probe.dns;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.ResolverConnection;
import dev.lightfoot.model.dns.DnsAnswer;
import dev.lightfoot.probe.kernel.Arrival;
import dev.lightfoot.probe.trace.Deferred;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Notes one attempt at one question, from its first packet on: one that is still open when the
/// exchange is put together is listed as such. Safe for use by several threads.
final class QueryNote {
  private final ExchangeTrace trace;
  private final Message query;
  private final String server;
  private final String transport;
  private long startNanos;
  private long endNanos;
  private long arrivedAt;
  private Optional<ResolverConnection> setUp = Optional.empty();
  private final List<String> remarks = new ArrayList<>();
  private Optional<Message> answer = Optional.empty();
  private OptionalInt trips = OptionalInt.empty();
  private boolean truncated;
  private boolean ended;
  private boolean listed;

  QueryNote(ExchangeTrace trace, Message query, String server, String transport) {
    this.trace = trace;
    this.query = query;
    this.server = server;
    this.transport = transport;
    this.startNanos = trace.clock().now();
    this.endNanos = startNanos;
    if (query.getHeader().getFlag(Flags.CD)) {
      remarks.add("asked without DNSSEC validation, to find out why the answer failed");
    }
  }

  /// The question leaves now. The first one of an exchange begins its DNS phase.
  void sent() {
    leaving();
    left(System.nanoTime());
  }

  /// The question is about to leave.
  void leaving() {
    trace.begin();
  }

  /// The question left then; said afterwards, so that nothing lies between the instant and the
  /// packet.
  void left(long nanoTime) {
    long at = trace.clock().of(nanoTime);
    synchronized (this) {
      startNanos = at;
      endNanos = at;
    }
    list();
    trace.markEarliest(Mark.DNS_START, at);
    trace.enter(Phase.DNS, at);
  }

  /// The same as [#sent], but only the first time.
  void sentOnce() {
    boolean again;
    synchronized (this) {
      again = listed;
    }
    if (!again) {
      sent();
    }
  }

  synchronized long startNanos() {
    return startNanos;
  }

  /// The whole answer is there now; reading it takes time of our own.
  synchronized void arrived() {
    arrivedAt = System.nanoTime();
    endNanos = trace.clock().of(arrivedAt);
  }

  /// The whole answer was there then; we had it only later.
  synchronized void arrived(Arrival arrival) {
    trace.stamped(arrival.stamped());
    arrivedAt = arrival.last();
    endNanos = trace.clock().of(arrivedAt);
  }

  /// When the newest answer was there, raw nanoTime.
  synchronized long arrivedAt() {
    return arrivedAt;
  }

  long now() {
    return trace.clock().now();
  }

  /// The connection that this question opened first.
  synchronized void opened(ResolverConnection connection) {
    setUp = Optional.of(connection);
  }

  /// Something worth knowing about it; nothing is nothing.
  synchronized void remark(String words) {
    if (!words.isEmpty()) {
      remarks.add(words);
    }
  }

  /// Notes the answer; its records are written out after the measurement.
  void answered(Message message, OptionalInt counted, boolean cut) {
    synchronized (this) {
      answer = Optional.of(message);
      trips = counted;
      truncated = cut;
      ended = true;
    }
    list();
  }

  void failed(String why) {
    synchronized (this) {
      remarks.add(why);
      arrived();
      ended = true;
    }
    list();
  }

  private void list() {
    synchronized (this) {
      if (listed) {
        return;
      }
      listed = true;
    }
    trace.lookup().query(new Deferred<>(this::query));
  }

  private synchronized DnsQuery query() {
    Record question = query.getQuestion();
    long end = ended ? endNanos : Math.max(endNanos, trace.clock().now());
    List<String> notes = new ArrayList<>(remarks);
    if (!ended) {
      notes.add("still unanswered when the exchange ended");
    }
    trace.lookup().notWaitedFor(end).ifPresent(notes::add);
    return new DnsQuery(
        question.getName().toString(),
        Optional.of(Type.string(question.getType())),
        server,
        transport,
        startNanos,
        end - startNanos,
        trips,
        answer.map(message -> Rcode.string(message.getRcode())),
        answer.map(message -> message.getHeader().getFlag(Flags.AD)).orElse(false),
        truncated,
        answer.stream()
            .flatMap(message -> message.getSection(Section.ANSWER).stream())
            .map(QueryNote::answer)
            .toList(),
        setUp,
        notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes)));
  }

  private static DnsAnswer answer(Record record) {
    return new DnsAnswer(
        record.getName().toString(),
        Type.string(record.getType()),
        record.getTTL(),
        record.rdataToString());
  }
}
