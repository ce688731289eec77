package dev.lightfoot.probe.wire;

import dev.lightfoot.model.connection.KernelTcp;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.kernel.KernelTcpInfo;
import dev.lightfoot.probe.trace.Deferred;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;

/// One connection of a measurement: its number, its peer, its wire and the exchange that it was
/// given to last. On http/1.1 that is whose bytes pass now; on h2 many exchanges share it, and its
/// tap knows whose each stream is.
public final class ConnectionTrace {
  private final int id;
  private final Wire wire = new Wire(new Lateness());
  private volatile Optional<InetSocketAddress> peer = Optional.empty();
  private volatile ExchangeTrace current;
  private volatile Optional<Deferred<TlsFacts>> tlsFacts = Optional.empty();
  private volatile int localPort;
  private volatile OptionalInt descriptor = OptionalInt.empty();
  private volatile boolean tls;
  private volatile boolean leaving;
  private volatile boolean closed;
  private volatile Optional<KernelTcp> atItsEnd = Optional.empty();
  private volatile PlainTap tap = PlainTap.NONE;
  private volatile Optional<Upload> upload = Optional.empty();
  private volatile Optional<ReadAhead.Input> input = Optional.empty();
  private Optional<ReadAhead> ahead = Optional.empty();
  private boolean used;
  private Optional<ExchangeTrace> openedAhead = Optional.empty();

  /// A connection that is not open yet.
  ///
  /// @param id its number within the measurement
  /// @param madeFor the exchange that it is opened for
  public ConnectionTrace(int id, ExchangeTrace madeFor) {
    this.id = id;
    this.current = madeFor;
  }

  public int id() {
    return id;
  }

  public Wire wire() {
    return wire;
  }

  void connected(InetSocketAddress address, int port, OptionalInt number) {
    peer = Optional.of(address);
    localPort = port;
    descriptor = number;
  }

  /// What the kernel knows of it; once it is closed, what it knew at the end. Empty where the
  /// kernel cannot be asked, and before it is connected.
  public Optional<KernelTcp> kernel() {
    return closed || localPort == 0 || peer.isEmpty()
        ? atItsEnd
        : KernelTcpInfo.read(descriptor, localPort, peer.get().getPort());
  }

  /// The address connected to; empty before.
  public Optional<InetSocketAddress> peer() {
    return peer;
  }

  /// From now on TLS runs over this connection.
  public void startTls(TlsWire records) {
    tls = true;
    wire.startTls(records);
  }

  /// What its handshake settled; empty without TLS and before.
  public Optional<TlsFacts> tlsFacts() {
    return tlsFacts.map(Deferred::get);
  }

  public void tlsFacts(Deferred<TlsFacts> facts) {
    tlsFacts = Optional.of(facts);
  }

  /// Notes with the exchange under way how its bytes arrived.
  private final class Lateness implements Wire.LateWatch {
    @Override
    public void arrived(boolean stamped) {
      current.stamped(stamped);
    }

    @Override
    public void late(long from, long to) {
      ExchangeTrace its = current;
      its.late(its.clock().of(from), its.clock().of(to));
    }
  }

  boolean isTls() {
    return tls;
  }

  /// From now on nothing more is awaited from the peer: a read that goes on finds the end, not a
  /// fault. Java's TLS would answer a fault by forgetting the session, which is to be resumed.
  public void leave() {
    leaving = true;
  }

  boolean isLeaving() {
    return leaving;
  }

  /// To be called while its socket is still open.
  void closing() {
    atItsEnd = kernel();
    closed = true;
  }

  /// Whether we have closed it.
  public boolean isClosed() {
    return closed;
  }

  /// How it is read.
  void reads(ReadAhead.Input how) {
    input = Optional.of(how);
  }

  /// What is written from now on is written beside what is read, and what comes is read at once.
  public synchronized void beginUpload() {
    upload = Optional.of(new Upload());
    ahead = input.map(how -> new ReadAhead(how, () -> tap.hasEnded()));
  }

  /// What was read before it was asked for; empty where all is read when it is asked for.
  synchronized Optional<ReadAhead> ahead() {
    ahead = ahead.filter(each -> !each.isSpent());
    return ahead;
  }

  /// The writing beside what is read; empty where there is none.
  public Optional<Upload> upload() {
    return upload;
  }

  /// What is written from now on is written at once.
  public void endUpload() {
    upload.ifPresent(Upload::stop);
    upload = Optional.empty();
  }

  /// Who follows the bytes above TLS.
  public void tap(PlainTap newTap) {
    tap = newTap;
  }

  public PlainTap tap() {
    return tap;
  }

  /// The exchange that it was given to last, at first the one that it is opened for.
  public ExchangeTrace current() {
    return current;
  }

  /// It is open before any exchange needs it.
  public synchronized void openedAhead() {
    openedAhead = Optional.of(current);
  }

  /// Hands the connection to an exchange; says whether it was open before. Who first uses one that
  /// was opened ahead has the notes of that.
  public synchronized boolean handTo(ExchangeTrace exchange) {
    boolean reused = used || openedAhead.isPresent();
    used = true;
    current = exchange;
    openedAhead.ifPresent(exchange::adopt);
    openedAhead = Optional.empty();
    return reused;
  }
}
