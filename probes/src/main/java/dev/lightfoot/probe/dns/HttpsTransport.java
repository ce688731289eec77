package dev.lightfoot.probe.dns;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.AddressPolicy;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.PlainTap;
import dev.lightfoot.probe.wire.RunSockets;
import dev.lightfoot.probe.wire.WireSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
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
import okio.Buffer;
import org.xbill.DNS.Message;

/// DNS over HTTPS (RFC 8484), over our own sockets, so that its round trips are seen. The first
/// question opens the connection and every question that is asked meanwhile waits for it: their
/// trips include its name, TCP and TLS.
final class HttpsTransport implements DnsTransport {
  private static final MediaType DNS_MESSAGE = MediaType.get("application/dns-message");
  private static final int MAX_ANSWER = 65_535;

  private final URI url;
  private final ExchangeTrace setUp;
  private final OkHttpClient client;
  private final CountDownLatch connected = new CountDownLatch(1);
  private boolean opening;

  /// Opens nothing yet.
  ///
  /// @param bootstrap who resolves the resolver's own name
  /// @param setUp takes the notes on the connection
  HttpsTransport(
      URI url,
      NameResolver bootstrap,
      ExchangeTrace setUp,
      TlsClient.Judge judge,
      RunSockets sockets) {
    this.url = url;
    this.setUp = setUp;
    TlsClient tls = new TlsClient(judge, (alpn, connection) -> PlainTap.NONE);
    ConnectGate anywhere = new ConnectGate(AddressPolicy.STANDARD, true);
    this.client =
        new OkHttpClient.Builder()
            .socketFactory(
                new WireSocketFactory(
                    () -> setUp,
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

  @Override
  public Reply ask(Message query, Deadline deadline, ExchangeTrace trace) throws DnsFailure {
    QueryNote note = new QueryNote(trace, query, url.toString(), "https");
    boolean setsUp = connected.getCount() > 0;
    awaitConnection(deadline);
    Call call = client.newCall(request(query));
    note.sent();
    call.timeout()
        .timeout(Math.max(1, deadline.millisLeft(DnsLimits.TOTAL)), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      Message answer = answer(response);
      note.arrived();
      int trips = 1 + (setsUp ? setUpTrips() : 0);
      note.answered(answer, OptionalInt.of(trips), false);
      return new Reply(answer, trips, url.toString(), note.arrivedAt());
    } catch (UnknownHostException e) {
      note.failed("the resolver's own name has no address");
      throw new DnsFailure(
          ErrorType.DNS_UNREACHABLE, "The resolver's own name, " + url.getHost() + ", is unknown.");
    } catch (IOException e) {
      note.failed("no usable answer");
      throw unreachable(e);
    } finally {
      connected.countDown();
    }
  }

  private DnsFailure unreachable(IOException error) {
    String why =
        setUp
            .failure()
            .map(failure -> failure.message())
            .orElse(String.valueOf(error.getMessage()));
    return new DnsFailure(
        ErrorType.DNS_UNREACHABLE, "The resolver " + url + " gave no answer: " + why);
  }

  /// Two calls at once would open two connections.
  private void awaitConnection(Deadline deadline) {
    synchronized (this) {
      if (!opening) {
        opening = true;
        return;
      }
    }
    try {
      boolean there = connected.await(deadline.millisLeft(DnsLimits.TOTAL), TimeUnit.MILLISECONDS);
      if (!there) {
        return; // the call will run into its own deadline
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Request request(Message query) {
    Message copy = query.clone();
    copy.getHeader().setID(0); // so that HTTP caches can help (RFC 8484 section 4.1)
    return new Request.Builder()
        .url(String.valueOf(url))
        .header("Accept", "application/dns-message")
        .post(RequestBody.create(copy.toWire(), DNS_MESSAGE))
        .build();
  }

  private static Message answer(Response response) throws IOException {
    if (response.code() != 200) {
      throw new IOException("HTTP status " + response.code());
    }
    Buffer bytes = new Buffer();
    while (response.body().source().read(bytes, 8_192) >= 0) {
      if (bytes.size() > MAX_ANSWER) {
        throw new IOException("an answer longer than a DNS message can be");
      }
    }
    try {
      return new Message(bytes.readByteArray());
    } catch (RuntimeException e) {
      throw new IOException("no DNS message", e);
    }
  }

  /// The trips of opening the connection, for every question that had to wait for it.
  private int setUpTrips() {
    return setUp.dnsTrips().orElse(0) + 1 + setUp.tlsTrips().orElse(0);
  }
}
