package dev.lightfoot.probe.quic;

import dev.lightfoot.model.connection.QuicPath;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.ConnectGate;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http3.Http3;
import io.netty.handler.codec.http3.Http3RequestStreamInitializer;
import io.netty.handler.codec.quic.QuicStreamChannel;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;

/// One exchange on its way: the measuring thread waits, the event loop works.
@SuppressWarnings("FutureReturnValueIgnored") // failures arrive as events of the channel
final class ExchangeTask implements QuicRace.Listener {
  private final QuicRequest request;
  private final ExchangeTrace trace;
  private final ConnectGate gate;
  private final EventLoop loop;
  private final Consumer<QuicConnection> carried;
  private final Function<InetSocketAddress, QuicConnection> connections;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile Optional<QuicConnection> connection = Optional.empty();
  private volatile Optional<QuicProblem> problem = Optional.empty();
  private volatile Optional<RequestStream> stream = Optional.empty();
  private volatile Optional<QuicPath> path = Optional.empty();
  private volatile Optional<QuicRace> race = Optional.empty();
  private volatile boolean reused;

  ExchangeTask(
      QuicRequest request,
      ExchangeTrace trace,
      ConnectGate gate,
      EventLoop loop,
      Consumer<QuicConnection> carried,
      Function<InetSocketAddress, QuicConnection> connections) {
    this.request = request;
    this.trace = trace;
    this.gate = gate;
    this.loop = loop;
    this.carried = carried;
    this.connections = connections;
  }

  /// Blocks until it is over.
  ///
  /// @param open a connection to take instead of a new one
  QuicOutcome run(Optional<QuicConnection> open, List<InetSocketAddress> addresses) {
    loop.execute(
        () -> {
          if (open.isPresent() && open.get().isOpen()) {
            trace.handshakes().overQuic();
            won(open.get());
          } else {
            QuicRace fresh = new QuicRace(request, addresses, trace, loop, connections, this);
            race = Optional.of(fresh);
            fresh.start();
          }
        });
    boolean interrupted = false;
    while (true) {
      try {
        done.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // the measurement is ended by closing its sockets
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    noteHandshake();
    return outcome();
  }

  private QuicOutcome outcome() {
    return new QuicOutcome(
        connection.map(
            used ->
                new QuicOutcome.Used(
                    used.id(), reused, used.peer(), path, used.tlsFacts(trace.clock()))),
        RequestSender.lines(request),
        stream.flatMap(RequestStream::response),
        problem);
  }

  /// Reading the hellos waits until nothing is measured any more.
  private void noteHandshake() {
    Optional<QuicConnection> shaken = connection.or(() -> race.flatMap(QuicRace::decisive));
    if (!reused) {
      shaken.ifPresent(
          used -> trace.handshakes().quicHandshake(used.tlsFacts(trace.clock()), used.trips()));
    }
  }

  @Override
  public void won(QuicConnection used) {
    reused = used.use();
    connection = Optional.of(used);
    gate.answeredFrom(used.peer().getAddress());
    carried.accept(used);
    RequestSender sender = new RequestSender(used, request, trace);
    RequestStream handler = new RequestStream(used, request, trace, sender, this::streamEnded);
    stream = Optional.of(handler);
    Http3.newRequestStream(
            used.quic(),
            new Http3RequestStreamInitializer() {
              @Override
              protected void initRequestStream(QuicStreamChannel channel) {
                channel.pipeline().addFirst(handler.meter());
                channel.pipeline().addLast(handler);
              }
            })
        .addListener(
            made -> {
              if (made.isSuccess() && made.getNow() instanceof QuicStreamChannel channel) {
                sender.send(channel, handler.meter());
              } else {
                handler.channelRefused();
              }
            });
  }

  @Override
  public void lost(QuicProblem why) {
    problem = Optional.of(why);
    done.countDown();
  }

  private void streamEnded(Optional<QuicProblem> why) {
    problem = why;
    PathStats.of(
        connection.orElseThrow(),
        known -> {
          path = known;
          done.countDown();
        });
  }
}
