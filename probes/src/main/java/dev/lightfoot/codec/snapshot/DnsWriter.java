package dev.lightfoot.codec.snapshot;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.HttpsRecord;
import dev.lightfoot.model.ResolverConnection;

/// Writes what resolvers were asked and what they said of hosts.
final class DnsWriter {
  private final JsonSink out;

  DnsWriter(JsonSink out) {
    this.out = out;
  }

  void query(DnsQuery query) {
    out.text("name", query.name());
    out.text("type", query.type());
    out.text("server", query.server());
    out.text("transport", query.transport());
    out.number("startNanos", query.startNanos());
    out.number("durationNanos", query.durationNanos());
    out.number("trips", query.trips());
    out.text("rcode", query.rcode());
    out.flag("authenticated", query.authenticated());
    out.flag("truncated", query.truncated());
    out.objects(
        "answers",
        query.answers(),
        answer -> {
          out.text("name", answer.name());
          out.text("type", answer.type());
          out.number("ttlSeconds", answer.ttlSeconds());
          out.text("data", answer.data());
        });
    query.setUp().ifPresent(made -> out.object("setUp", () -> connection(made)));
    out.textIfAny("note", query.note());
  }

  private void connection(ResolverConnection made) {
    out.text("address", made.address());
    out.object("phases", () -> new ExchangeWriter(out).phases(made.phases()));
    out.textIfAny("tlsVersion", made.tlsVersion());
    out.objects("queries", made.queries(), this::query);
  }

  void host(HostFacts facts) {
    out.text("host", facts.host());
    out.object(
        "dnssec",
        () -> {
          out.text("state", facts.dnssec().label());
          out.text("reason", facts.dnssecReason());
        });
    out.object("caa", facts.caa(), this::caa);
    out.objects("https", facts.https(), this::https);
    out.objects("queries", facts.queries(), this::query);
  }

  private void caa(HostFacts.Caa caa) {
    out.text("owner", caa.owner());
    out.objects(
        "records",
        caa.records(),
        each -> {
          out.flag("critical", each.critical());
          out.text("tag", each.tag());
          out.text("value", each.value());
        });
  }

  private void https(HttpsRecord each) {
    out.number("priority", each.priority());
    out.text("target", each.target());
    out.texts("alpn", each.alpn());
    out.flag("noDefaultAlpn", each.noDefaultAlpn());
    out.number("port", each.port());
    out.flag("ech", each.ech());
    out.texts("ipv4Hints", each.ipv4Hints());
    out.texts("ipv6Hints", each.ipv6Hints());
    out.texts("mandatory", each.mandatory());
    out.number("ttlSeconds", each.ttlSeconds());
  }
}
