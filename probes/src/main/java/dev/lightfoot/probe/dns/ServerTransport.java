package dev.lightfoot.probe.dns;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.Addresses;
import dev.lightfoot.probe.wire.ConnectErrors;
import dev.lightfoot.probe.wire.RunSockets;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/// Asks name servers over UDP, one after the other and again until the deadline, and over TCP where
/// an answer is cut (RFC 7766). The messages are dnsjava's, the sockets ours.
///
/// Of several servers each is given 750 ms at first; one that stays silent while another answers is
/// asked last for the rest of the series.
final class ServerTransport implements DnsTransport {
  private final List<InetSocketAddress> servers;
  private final RunSockets sockets;
  private final SilentServers silent;

  ServerTransport(List<InetSocketAddress> servers, RunSockets sockets, SilentServers silent) {
    this.servers = List.copyOf(servers);
    this.sockets = sockets;
    this.silent = silent;
  }

  @Override
  public String description() {
    return servers.stream().map(Addresses::text).collect(Collectors.joining(", "));
  }

  @Override
  public Reply ask(Message query, Deadline deadline, ExchangeTrace trace) throws DnsFailure {
    DnsFailure last =
        new DnsFailure(ErrorType.DNS_UNREACHABLE, "This computer has no name server configured.");
    List<InetSocketAddress> order = silent.inOrder(servers);
    List<InetSocketAddress> unheard = new ArrayList<>();
    Optional<Reply> unhelpful = Optional.empty();
    int trips = 0;
    int givenUp = 0;
    for (int i = 0; !order.isEmpty() && !deadline.passed(); i++) {
      InetSocketAddress server = order.get(i % order.size());
      Duration patience = order.size() > i ? firstTry(order) : DnsLimits.PER_TRY;
      try {
        Reply reply = askServer(query, server, patience, deadline, trace);
        unheard.forEach(silent::silent);
        silent.spoke(server);
        trips += reply.trips();
        Reply counted = reply.withTrips(trips);
        if (helps(reply)) {
          return counted;
        }
        unhelpful = Optional.of(unhelpful.map(r -> r.withTrips(counted.trips())).orElse(counted));
        givenUp++;
      } catch (DnsFailure e) {
        last = e;
        unheard.add(server);
        givenUp = e.type() == ErrorType.DNS_TIMEOUT ? givenUp : givenUp + 1;
      }
      if (givenUp >= order.size()) {
        break; // every server has said that it will not help
      }
    }
    if (unhelpful.isPresent()) {
      return unhelpful.get();
    }
    throw order.size() > 1 && last.type() == ErrorType.DNS_TIMEOUT ? noneAnswered(order) : last;
  }

  private static Duration firstTry(List<InetSocketAddress> order) {
    return order.size() > 1 ? DnsLimits.FIRST_TRY : DnsLimits.PER_TRY;
  }

  private static DnsFailure noneAnswered(List<InetSocketAddress> servers) {
    String names = servers.stream().map(Addresses::text).collect(Collectors.joining(", "));
    return new DnsFailure(
        ErrorType.DNS_TIMEOUT, "None of the resolvers " + names + " answered within 5 s.");
  }

  /// After REFUSED and SERVFAIL the next server is asked, as the C library does.
  private static boolean helps(Reply reply) {
    int rcode = reply.message().getRcode();
    return rcode != Rcode.REFUSED && rcode != Rcode.SERVFAIL;
  }

  private Reply askServer(
      Message query,
      InetSocketAddress server,
      Duration patience,
      Deadline deadline,
      ExchangeTrace trace)
      throws DnsFailure {
    String name = Addresses.text(server);
    QueryNote note = new QueryNote(trace, query, name, "udp");
    Message answer;
    try {
      answer = udp(query, server, patience, deadline, note);
    } catch (SocketTimeoutException e) {
      note.failed("no answer within " + patience.toMillis() + " ms, given up");
      throw new DnsFailure(
          ErrorType.DNS_TIMEOUT, "The resolver " + name + " did not answer within 5 s.");
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
        ? overTcp(query, server, deadline, trace)
        : new Reply(answer, 1, name, note.arrivedAt());
  }

  private Reply overTcp(
      Message query, InetSocketAddress server, Deadline deadline, ExchangeTrace trace)
      throws DnsFailure {
    String name = Addresses.text(server);
    QueryNote note = new QueryNote(trace, query, name, "tcp");
    try {
      Message answer = tcp(query, server, deadline, note);
      note.answered(answer, OptionalInt.of(2), false);
      return new Reply(answer, 3, name, note.arrivedAt());
    } catch (SocketTimeoutException e) {
      note.failed("no answer");
      throw new DnsFailure(
          ErrorType.DNS_TIMEOUT,
          "The resolver " + name + " truncated its answer and did not give it over TCP either.");
    } catch (UnreadableAnswer e) {
      note.failed("not an answer to it");
      throw new DnsFailure(
          ErrorType.DNS_MALFORMED,
          "The resolver " + name + " truncated its answer and sent something else over TCP.");
    } catch (IOException e) {
      note.failed("refused");
      throw new DnsFailure(
          ErrorType.DNS_UNREACHABLE,
          "The resolver " + name + " truncated its answer and refuses TCP.");
    }
  }

  private Message udp(
      Message query, InetSocketAddress server, Duration patience, Deadline deadline, QueryNote note)
      throws IOException {
    QuestionSocket socket = QuestionSocket.to(server);
    try (socket) {
      sockets.add(socket);
      ByteBuffer question = ByteBuffer.wrap(query.toWire());
      note.leaving();
      long leaves = System.nanoTime();
      try {
        socket.send(question);
      } finally {
        note.left(leaves);
      }
      Deadline tryUntil =
          new Deadline(Math.min(deadline.nanoTime(), System.nanoTime() + patience.toNanos()));
      while (true) {
        int left = tryUntil.millisLeft(patience);
        if (left == 0) {
          throw new SocketTimeoutException("no answer");
        }
        Message answer = parse(socket.receive(left));
        if (answers(query, answer)) {
          note.arrived(socket.arrival());
          return answer;
        }
      }
    } finally {
      sockets.forget(socket);
    }
  }

  private Message tcp(Message query, InetSocketAddress server, Deadline deadline, QueryNote note)
      throws IOException {
    Socket socket = new Socket();
    try (socket) {
      sockets.add(socket);
      socket.setTcpNoDelay(true);
      connect(socket, server, deadline, note);
      byte[] bytes = query.toWire();
      byte[] framed = new byte[bytes.length + 2];
      framed[0] = (byte) (bytes.length >> 8);
      framed[1] = (byte) bytes.length;
      System.arraycopy(bytes, 0, framed, 2, bytes.length);
      socket.getOutputStream().write(framed);
      socket.setSoTimeout(Math.max(1, deadline.millisLeft(DnsLimits.TOTAL)));
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] answer = new byte[in.readUnsignedShort()];
      in.readFully(answer);
      note.arrived();
      Message message = parse(answer);
      if (!answers(query, message)) {
        throw new UnreadableAnswer();
      }
      return message;
    } finally {
      sockets.forget(socket);
    }
  }

  /// What came over TCP is not an answer to the question.
  private static final class UnreadableAnswer extends IOException {
    private static final long serialVersionUID = 1;
  }

  private static void connect(
      Socket socket, InetSocketAddress server, Deadline deadline, QueryNote note)
      throws IOException {
    note.sent();
    long start = note.now();
    try {
      socket.connect(server, Math.max(1, deadline.millisLeft(DnsLimits.TOTAL)));
      note.opened(ResolverConnections.tcp(Addresses.text(server), start, note.now()));
    } catch (IOException e) {
      note.opened(
          ResolverConnections.noTcp(
              start,
              note.now(),
              ConnectErrors.type(e),
              Addresses.text(server) + " accepted no TCP connection."));
      throw e;
    }
  }

  /// Junk is treated like silence: a forged packet must not end the question.
  private static Message parse(byte[] bytes) {
    try {
      return new Message(bytes);
    } catch (IOException | RuntimeException e) {
      return new Message(); // has another id and no question, so it answers nothing
    }
  }

  private static boolean answers(Message query, Message answer) {
    Record question = answer.getQuestion();
    return answer.getHeader().getID() == query.getHeader().getID()
        && answer.getHeader().getFlag(Flags.QR)
        && question != null
        && question.equals(query.getQuestion());
  }
}
