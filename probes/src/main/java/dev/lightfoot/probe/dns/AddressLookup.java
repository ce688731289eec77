package dev.lightfoot.probe.dns;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.probe.dns.system.DnsLimits;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Asks for the addresses of one family and follows aliases.
final class AddressLookup {
  private final DnsTransport transport;
  private final ExchangeTrace trace;
  private final Deadline deadline;
  private final List<Name> chain = new ArrayList<>();
  private int trips;

  AddressLookup(DnsTransport transport, ExchangeTrace trace, Deadline deadline) {
    this.transport = transport;
    this.trace = trace;
    this.deadline = deadline;
  }

  /// What came of it.
  ///
  /// @param addresses in the order of the answer; none where the name exists without such addresses
  /// @param trips questions that had to wait for each other
  /// @param arrived when the last answer was there, raw nanoTime; reading it took longer
  record Found(List<InetAddress> addresses, int trips, long arrived) {
    Found {
      addresses = List.copyOf(addresses);
    }
  }

  /// The addresses of that name.
  ///
  /// @param type [Type#A] or [Type#AAAA]
  Found find(Name name, int type) throws DnsFailure {
    Name asked = name;
    chain.add(name);
    for (int aliases = 0; aliases <= DnsLimits.CNAME_CHAIN; ) {
      Message query = query(asked, type);
      DnsTransport.Reply reply = transport.ask(query, deadline, trace);
      trips += reply.trips();
      checkRcode(reply, asked, type);
      List<Record> records = reply.message().getSection(Section.ANSWER);
      Name owner = asked;
      Name target;
      while ((target = alias(records, owner)) != null && aliases <= DnsLimits.CNAME_CHAIN) {
        follow(target);
        owner = target;
        aliases++;
      }
      List<InetAddress> addresses = addresses(records, owner, type);
      if (!addresses.isEmpty() || owner.equals(asked)) {
        return new Found(addresses, trips, reply.arrived());
      }
      if (endsHere(reply.message())) {
        return new Found(List.of(), trips, reply.arrived());
      }
      asked = owner; // the resolver gave the alias without its target: ask for that
      trace.late(trace.clock().of(reply.arrived()), trace.clock().now());
    }
    throw new DnsFailure(
        ErrorType.CNAME_CHAIN_TOO_LONG,
        name + " is an alias of an alias, more than " + DnsLimits.CNAME_CHAIN + " times over.");
  }

  /// Notes an alias, unless it has led here before.
  private void follow(Name target) throws DnsFailure {
    if (chain.contains(target)) {
      Name name = chain.getFirst();
      String way =
          Stream.concat(chain.stream(), Stream.of(target))
              .map(each -> each.toString(true))
              .collect(Collectors.joining(" → "));
      throw new DnsFailure(
          ErrorType.CNAME_CHAIN_TOO_LONG,
          chain.size() == 1
              ? name.toString(true) + " is an alias (CNAME) of itself: it has no address."
              : "The aliases (CNAME) of " + name.toString(true) + " go in a circle: " + way + ".");
    }
    chain.add(target);
  }

  /// Questions that were answered one after the other until now, found or not.
  int trips() {
    return trips;
  }

  static Message query(Name name, int type) {
    Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
    query.getHeader().setFlag(Flags.AD); // "tell me whether you validated" (RFC 6840 section 5.7)
    query.addRecord(new OPTRecord(DnsLimits.UDP_PAYLOAD, 0, 0), Section.ADDITIONAL);
    return query;
  }

  private static @org.jspecify.annotations.Nullable Name alias(List<Record> records, Name owner) {
    for (Record record : records) {
      if (record instanceof CNAMERecord cname && cname.getName().equals(owner)) {
        return cname.getTarget();
      }
    }
    return null;
  }

  private static List<InetAddress> addresses(List<Record> records, Name owner, int type) {
    List<InetAddress> addresses = new ArrayList<>();
    for (Record record : records) {
      if (record.getType() == type && record.getName().equals(owner)) {
        switch (record) {
          case ARecord a -> addresses.add(a.getAddress());
          case AAAARecord aaaa -> addresses.add(aaaa.getAddress());
          default -> {}
        }
      }
    }
    return addresses;
  }

  /// A start of authority says that there is nothing more to ask (RFC 2308).
  private static boolean endsHere(Message message) {
    return message.getSection(Section.AUTHORITY).stream()
        .anyMatch(record -> record.getType() == Type.SOA);
  }

  private void checkRcode(DnsTransport.Reply reply, Name name, int type) throws DnsFailure {
    String host = name.toString(true);
    switch (reply.message().getRcode()) {
      case Rcode.NOERROR -> {}
      case Rcode.NXDOMAIN ->
          throw new DnsFailure(
              ErrorType.NXDOMAIN,
              host + " does not exist: the resolver " + reply.server() + " answered NXDOMAIN.");
      case Rcode.SERVFAIL -> throw servfail(reply.server(), name, type);
      case Rcode.REFUSED ->
          throw new DnsFailure(
              ErrorType.DNS_REFUSED,
              "The resolver " + reply.server() + " refuses to answer for " + host + ".");
      default ->
          throw new DnsFailure(
              ErrorType.DNS_FAILED,
              "The resolver "
                  + reply.server()
                  + " answered "
                  + Rcode.string(reply.message().getRcode())
                  + " for "
                  + host
                  + ".");
    }
  }

  /// A validating resolver hides a bogus answer behind SERVFAIL. Asked not to validate (CD, RFC
  /// 4035 section 3.2.2), it gives the answer if that is all that was wrong.
  private DnsFailure servfail(String server, Name name, int type) {
    Message unchecked = query(name, type);
    unchecked.getHeader().setFlag(Flags.CD);
    try {
      DnsTransport.Reply reply = transport.ask(unchecked, deadline, trace);
      trips += reply.trips();
      int rcode = reply.message().getRcode();
      if (rcode == Rcode.NOERROR || rcode == Rcode.NXDOMAIN) {
        return new DnsFailure(
            ErrorType.DNSSEC_BOGUS,
            "The DNSSEC signatures of "
                + name.toString(true)
                + " do not verify: the resolver "
                + server
                + " answers only with validation switched off.");
      }
    } catch (DnsFailure e) {
      // the first answer says enough
    }
    return new DnsFailure(
        ErrorType.SERVFAIL,
        "The resolver "
            + server
            + " could not find out about "
            + name.toString(true)
            + ": SERVFAIL.");
  }
}
