package dev.lightfoot.probe.dns;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.dns.DnssecState;
import dev.lightfoot.probe.dns.system.DnsLimits;
import dev.lightfoot.probe.trace.Deferred;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.RunSockets;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks the operating system (`getaddrinfo`): only the total time can be seen. It needs the JVM's
/// own cache to be off.
final class SystemResolver implements NameResolver {
  /// The C library's words for a resolver that is silent.
  private static final String NO_ANSWER = "Temporary failure";

  /// How it is named where resolvers are listed.
  static final String DESCRIPTION = "system";

  private final Families families;
  private final RunSockets sockets;

  SystemResolver(Families families, RunSockets sockets) {
    this.families = families;
    this.sockets = sockets;
  }

  @Override
  public String description() {
    return DESCRIPTION;
  }

  @Override
  public List<InetAddress> resolve(String host, ExchangeTrace trace) throws UnknownHostException {
    trace.begin();
    long start = trace.clock().now();
    trace.mark(Mark.DNS_START, start);
    trace.enter(Phase.DNS, start);
    try {
      List<InetAddress> addresses = families.of(ask(host));
      note(host, trace, start, Optional.of("NOERROR"));
      if (addresses.isEmpty()) {
        throw failed(
            trace, ErrorType.NO_ADDRESS, host + " has no address of the family asked for.");
      }
      trace.mark(Mark.DNS_END, trace.clock().now());
      return addresses;
    } catch (UnknownHostException e) {
      if (trace.failure().isPresent()) {
        throw e;
      }
      note(host, trace, start, Optional.empty());
      String words = String.valueOf(e.getMessage());
      throw words.contains(NO_ANSWER)
          ? failed(
              trace,
              ErrorType.DNS_TIMEOUT,
              "The operating system's resolver got no answer about " + host + ".")
          : failed(
              trace,
              ErrorType.NXDOMAIN,
              "The operating system's resolver knows no address of " + host + ".");
    }
  }

  @Override
  public HostFacts facts(String host, String name, int port, ExchangeTrace trace) {
    return new HostFacts(
        host,
        DnssecState.UNKNOWN,
        "the operating system gives addresses only",
        Optional.empty(),
        List.of(),
        List.of());
  }

  /// `getaddrinfo` cannot be interrupted, so it runs on a thread that may be left behind: the
  /// caller goes on when the time is up or the run is stopped.
  private List<InetAddress> ask(String host) throws UnknownHostException {
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("getaddrinfo").start(() -> getAddrInfo(host, answer));
    Closeable stop = () -> answer.cancel(false);
    try {
      sockets.add(stop);
      return answer.get(DnsLimits.TOTAL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new UnknownHostException(String.valueOf(e.getCause()));
    } catch (TimeoutException e) {
      throw new UnknownHostException(NO_ANSWER);
    } catch (CancellationException | IOException e) {
      throw new UnknownHostException("stopped");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("stopped");
    } finally {
      sockets.forget(stop);
    }
  }

  private static void getAddrInfo(String host, CompletableFuture<List<InetAddress>> answer) {
    try {
      answer.complete(List.of(InetAddress.getAllByName(host)));
    } catch (UnknownHostException e) {
      answer.completeExceptionally(e);
    }
  }

  private static UnknownHostException failed(ExchangeTrace trace, ErrorType type, String message) {
    trace.fail(Optional.of(Phase.DNS), type, message);
    return new UnknownHostException(message);
  }

  private static void note(String host, ExchangeTrace trace, long start, Optional<String> rcode) {
    DnsQuery query =
        new DnsQuery(
            host,
            Optional.empty(),
            "getaddrinfo",
            "system",
            start,
            trace.clock().now() - start,
            OptionalInt.empty(),
            rcode,
            false,
            false,
            List.of(),
            Optional.empty());
    trace.lookup().query(new Deferred<>(() -> query));
  }
}
