package dev.lightfoot.probe.dns;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.Addresses;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.OptionalInt;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/// Puts one question to one name server: over UDP, over TCP where the answer is cut (RFC 7766), and
/// again without EDNS where the server refuses that.
final class ServerQuestion {
  private final String name;
  private final ServerWire wire;
  private final ExchangeTrace trace;
  private final KnownServers known;

  ServerQuestion(
      InetSocketAddress server, ServerWire wire, ExchangeTrace trace, KnownServers known) {
    this.name = Addresses.text(server);
    this.wire = wire;
    this.trace = trace;
    this.known = known;
  }

  /// How a question goes to a server.
  ///
  /// @param patience how long an answer over UDP is waited for
  /// @param since when the question was first asked, of whichever server, raw nanoTime
  /// @param tcpOnly UDP is left out
  /// @param wasSilent the server gave no answer to the same before, which asked with EDNS
  record Manner(Duration patience, long since, boolean tcpOnly, boolean wasSilent) {}

  DnsTransport.Reply ask(Message query, Manner manner) throws DnsFailure {
    if (manner.wasSilent && !known.isKnownToSpeakEdns(name)) {
      String why = "asked again without EDNS: with it there was no answer";
      DnsTransport.Reply reply = once(Edns.without(query), manner, why);
      known.refusesEdns(name, "did not answer");
      return reply;
    }
    return Edns.ask(query, name, known, (asked, remark) -> once(asked, manner, remark));
  }

  /// @param remark why it is asked so; nothing where that is the usual way
  private DnsTransport.Reply once(Message query, Manner manner, String remark) throws DnsFailure {
    if (manner.tcpOnly) {
      return overTcp(query, manner, remark, 2);
    }
    QueryNote note = new QueryNote(trace, query, name, "udp");
    note.remark(remark);
    Duration patience = wire.allowed(manner.patience);
    Message answer;
    try {
      answer = wire.udp(query, patience, note);
    } catch (SocketTimeoutException e) {
      note.failed("no answer within " + patience.toMillis() + " ms, given up");
      throw new DnsFailure(
          ErrorType.DNS_TIMEOUT,
          "The resolver " + name + " did not answer" + DnsFailure.within(manner.since) + ".");
    } catch (PortUnreachableException e) {
      note.failed("refused: nothing listens there");
      throw new DnsFailure(ErrorType.DNS_UNREACHABLE, "Nothing answers DNS at " + name + ".");
    } catch (IOException e) {
      note.failed("not sent");
      throw new DnsFailure(
          ErrorType.DNS_UNREACHABLE, "The resolver " + name + " cannot be reached.");
    }
    boolean truncated = answer.getHeader().getFlag(Flags.TC);
    note.answered(answer, OptionalInt.of(1), truncated);
    return truncated
        ? overTcp(query, manner, remark, 3)
        : new DnsTransport.Reply(answer, 1, name, note.arrivedAt());
  }

  /// @param trips of the answer, with the one that was cut before it
  private DnsTransport.Reply overTcp(Message query, Manner manner, String remark, int trips)
      throws DnsFailure {
    QueryNote note = new QueryNote(trace, query, name, "tcp");
    note.remark(remark);
    String before = "The resolver " + name + (trips > 2 ? " truncated its answer and " : " ");
    try {
      Message answer = wire.tcp(query, note);
      note.answered(answer, OptionalInt.of(2), false);
      return new DnsTransport.Reply(answer, trips, name, note.arrivedAt());
    } catch (SocketTimeoutException e) {
      note.failed("no answer");
      throw new DnsFailure(
          ErrorType.DNS_TIMEOUT,
          before
              + (trips > 2 ? "did not give it over TCP either" : "did not answer over TCP")
              + DnsFailure.within(manner.since)
              + ".");
    } catch (ServerWire.UnreadableAnswer e) {
      note.failed("not an answer to it");
      throw new DnsFailure(ErrorType.DNS_MALFORMED, before + "sent something else over TCP.");
    } catch (IOException e) {
      note.failed("refused");
      throw new DnsFailure(ErrorType.DNS_UNREACHABLE, before + "refuses TCP.");
    }
  }
}
