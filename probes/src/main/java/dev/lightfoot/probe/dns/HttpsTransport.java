package dev.lightfoot.probe.dns;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.AddressPolicy;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.PlainTap;
import dev.lightfoot.probe.wire.RunSockets;
import dev.lightfoot.probe.wire.WireSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.xbill.DNS.Message;

/// DNS over HTTPS (RFC 8484), over our own sockets, so that its round trips are seen. The first
/// question opens the connection, which it keeps a record of, and every question that is asked
/// meanwhile waits for it: the trips of both include the resolver's name, TCP and TLS.
final class HttpsTransport implements DnsTransport {
  private static final MediaType DNS_MESSAGE = MediaType.get("application/dns-message");
  private final WebUrl url;
  private final KnownServers known;
  private volatile Optional<ExchangeTrace> setUp = Optional.empty();
  private final OkHttpClient client;
  private final CountDownLatch connected = new CountDownLatch(1);

  /// Opens nothing yet.
  ///
  /// @param bootstrap who resolves the resolver's own name
  /// @param known what the runs before have learnt of it
  HttpsTransport(
      WebUrl url,
      NameResolver bootstrap,
      TlsClient.Judge judge,
      RunSockets sockets,
      KnownServers known) {
    this.url = url;
    this.known = known;
    TlsClient tls = new TlsClient(judge, (alpn, connection) -> PlainTap.NONE);
    ConnectGate anywhere = new ConnectGate(AddressPolicy.STANDARD, true);
    this.client =
        new OkHttpClient.Builder()
            .socketFactory(
                new WireSocketFactory(
                    this::setUp,
                    bootstrap::resolve,
                    () -> anywhere,
                    sockets,
                    connection -> PlainTap.NONE))
            .sslSocketFactory(tls, tls.trustManager())
            .dns(host -> List.of(InetAddress.getByAddress(host, new byte[4]))) // found when dialled
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .eventListener(
                new EventListener() {
                  @Override
                  public void connectionAcquired(Call call, Connection connection) {
                    connected.countDown();
                  }
                })
            .build();
  }

  @Override
  public String description() {
    return url.toString();
  }

  /// Where a server refuses EDNS it is asked again without. Silence is none of its signs here:
  /// nothing between can see what is asked, and no datagram is lost.
  @Override
  public Reply ask(Message query, Deadline deadline, ExchangeTrace trace) throws DnsFailure {
    return Edns.ask(
        query,
        url.toString(),
        known,
        (asked, remark) -> {
          QueryNote note = new QueryNote(trace, asked, url.toString(), "https");
          note.remark(remark);
          return once(asked, deadline, note);
        });
  }

  private Reply once(Message query, Deadline deadline, QueryNote note) throws DnsFailure {
    long since = System.nanoTime();
    boolean waits = connected.getCount() > 0;
    boolean opens = awaitConnection(deadline, note);
    Call call = client.newCall(request(query));
    if (!opens) {
      note.sent();
    }
    call.timeout().timeout(Math.max(1, deadline.millisLeft()), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      byte[] bytes = DohAnswer.body(response);
      note.arrived();
      Message answer = DohAnswer.of(bytes, query);
      OptionalInt setUpTrips = setUpTrips(waits);
      noteConnection(note, opens, waits);
      note.answered(answer, OptionalInt.of(1 + (opens ? setUpTrips.orElse(0) : 0)), false);
      return new Reply(answer, 1 + setUpTrips.orElse(0), url.toString(), note.arrivedAt());
    } catch (IOException e) {
      noteConnection(note, opens, waits);
      DnsFailure failure = DohAnswer.failure(e, setUp(), url, since);
      note.failed(failure.brief());
      throw failure;
    } finally {
      connected.countDown();
    }
  }

  private ExchangeTrace setUp() {
    return setUp.orElseThrow(() -> new IllegalStateException("nothing was asked yet"));
  }

  private void noteConnection(QueryNote note, boolean opens, boolean waits) {
    if (opens) {
      note.opened(ResolverConnections.of(setUp(), note.startNanos()));
    } else if (waits) {
      note.remark("sent once the other question's connection was open");
    }
  }

  /// The trips of opening the connection, for every question that had to wait for it.
  private OptionalInt setUpTrips(boolean waited) {
    return waited
        ? OptionalInt.of(ResolverConnections.of(setUp(), 0).phases().totalTrips())
        : OptionalInt.empty();
  }

  /// Two calls at once would open two connections. Says whether this one is to open it; then its
  /// time begins with the first packet of that.
  private boolean awaitConnection(Deadline deadline, QueryNote note) {
    ExchangeTrace notes = new ExchangeTrace(new RunClock(), (phase, at) -> note.sentOnce());
    synchronized (this) {
      if (setUp.isEmpty()) {
        setUp = Optional.of(notes);
        return true;
      }
    }
    try {
      // where it does not come in time, the call runs into its own deadline
      var _ = connected.await(deadline.millisLeft(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private Request request(Message query) {
    Message copy = query.clone();
    copy.getHeader().setID(0); // so that HTTP caches can help (RFC 8484 section 4.1)
    return new Request.Builder()
        .url(String.valueOf(url))
        .header("Accept", "application/dns-message")
        .post(new OneQuestion(copy.toWire()))
        .build();
  }

  /// The library asks no question a second time by itself, whatever status answers it.
  private static final class OneQuestion extends RequestBody {
    private final byte[] message;

    OneQuestion(byte[] message) {
      this.message = message;
    }

    @Override
    public MediaType contentType() {
      return DNS_MESSAGE;
    }

    @Override
    public long contentLength() {
      return message.length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(message);
    }
  }
}
