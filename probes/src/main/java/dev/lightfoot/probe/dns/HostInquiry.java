package dev.lightfoot.probe.dns;

import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.dns.DnssecState;
import dev.lightfoot.model.dns.HttpsRecord;
import dev.lightfoot.probe.dns.system.DnsLimits;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Asks what DNS says of a host beside its addresses: DNSSEC, CAA and HTTPS records, all at the
/// same time, within [DnsLimits#FACTS]. What gets no answer in that time is not known.
final class HostInquiry {
  private final DnsTransport transport;
  private final ExchangeTrace trace;
  private final Deadline deadline = Deadline.in(DnsLimits.FACTS);

  HostInquiry(DnsTransport transport, ExchangeTrace trace) {
    this.transport = transport;
    this.trace = trace;
  }

  /// @param host as in the URL
  /// @param name the name that was resolved for it
  /// @param port of the URL: HTTPS records of other ports than 443 have a name of their own
  HostFacts about(String host, String name, int port) throws TextParseException {
    Name asked = Name.fromString(name, Name.root);
    Name service =
        port == 443 || port == 80 ? asked : Name.fromString("_" + port + "._https", asked);
    CompletableFuture<Optional<DnssecEvidence.Verdict>> dnssec =
        start("dnssec", () -> dnssec(asked));
    CompletableFuture<Optional<HostFacts.Caa>> caa = start("caa", () -> caa(asked));
    CompletableFuture<Optional<List<HttpsRecord>>> https =
        start("https", () -> Optional.of(HttpsRecords.of(ask(service, Type.HTTPS).message())));
    DnssecEvidence.Verdict verdict =
        dnssec
            .join()
            .orElse(
                new DnssecEvidence.Verdict(
                    DnssecState.UNKNOWN, "the resolver did not answer in time"));
    return new HostFacts(
        host,
        verdict.state(),
        verdict.reason(),
        caa.join(),
        https.join().orElse(List.of()),
        trace.lookup().queries());
  }

  /// One question, of its own thread; nothing where it fails or is too late.
  private <T> CompletableFuture<Optional<T>> start(String what, Callable<Optional<T>> question) {
    CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("dns-" + what)
        .start(
            () -> {
              try {
                answer.complete(question.call());
              } catch (Exception e) {
                answer.complete(Optional.empty()); // a fact that is not known
              }
            });
    return answer.completeOnTimeout(
        Optional.empty(), DnsLimits.FACTS.toMillis() + 100, TimeUnit.MILLISECONDS);
  }

  private Optional<DnssecEvidence.Verdict> dnssec(Name name) throws DnsFailure {
    CompletableFuture<Optional<Message>> root =
        start("root", () -> Optional.of(ask(Name.root, Type.SOA).message()));
    DnsTransport.Reply reply = ask(name, Type.A);
    Optional<Message> unchecked =
        reply.message().getRcode() == Rcode.SERVFAIL
            ? start("unchecked", () -> Optional.of(transport.ask(unchecked(name), deadline, trace)))
                .join()
                .map(DnsTransport.Reply::message)
            : Optional.empty();
    return Optional.of(
        DnssecEvidence.judge(reply.server(), reply.message(), unchecked, root.join()));
  }

  /// Climbs to the nearest parent that has records (RFC 8659 section 3); the root has none.
  private Optional<HostFacts.Caa> caa(Name host) throws DnsFailure {
    for (Name name = host; name.labels() > 1; name = new Name(name, 1)) {
      Message answer = ask(name, Type.CAA).message();
      if (answer.getRcode() != Rcode.NOERROR && answer.getRcode() != Rcode.NXDOMAIN) {
        return Optional.empty();
      }
      List<HostFacts.CaaRecord> records =
          answer.getSection(Section.ANSWER).stream()
              .filter(CAARecord.class::isInstance)
              .map(record -> caa((CAARecord) record))
              .toList();
      if (!records.isEmpty()) {
        return Optional.of(new HostFacts.Caa(Optional.of(name.toString(true)), records));
      }
    }
    return Optional.of(new HostFacts.Caa(Optional.empty(), List.of()));
  }

  private static HostFacts.CaaRecord caa(CAARecord record) {
    return new HostFacts.CaaRecord(
        (record.getFlags() & 0x80) != 0, record.getTag(), record.getValue(false));
  }

  private DnsTransport.Reply ask(Name name, int type) throws DnsFailure {
    return transport.ask(query(name, type), deadline, trace);
  }

  /// With DO, so that signatures come along where there are any.
  private static Message query(Name name, int type) {
    Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
    query.getHeader().setFlag(Flags.AD);
    query.addRecord(
        new OPTRecord(DnsLimits.UDP_PAYLOAD, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
    return query;
  }

  private static Message unchecked(Name name) {
    Message query = query(name, Type.A);
    query.getHeader().setFlag(Flags.CD);
    return query;
  }
}
