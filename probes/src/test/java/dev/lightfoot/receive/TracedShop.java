package dev.lightfoot.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program that is traced with the OpenTelemetry SDK for Java: a shop that asks its database and
/// another server, which fails. Its spans have ended when it answers, so that who has an answer
/// knows them recorded.
final class TracedShop implements AutoCloseable {
  static final SpanContext CAUSE =
      SpanContext.create(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          TraceFlags.getSampled(),
          TraceState.getDefault());

  private static final W3CTraceContextPropagator CONTEXT = W3CTraceContextPropagator.getInstance();

  private final Tracer tracer;
  private final HttpServer shop;
  private final HttpServer stock;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Connection database;

  TracedShop(Tracer tracer) throws IOException, SQLException {
    this.tracer = tracer;
    database = DriverManager.getConnection("jdbc:h2:mem:");
    shop = serve("/cart", this::cart);
    stock = serve("/stock", this::stock);
  }

  private static HttpServer serve(String path, HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(path, handler);
    server.start();
    return server;
  }

  URI cart() {
    return url(shop, "/cart");
  }

  private static URI url(HttpServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private Span received(HttpExchange exchange, String route) {
    return tracer
        .spanBuilder("GET " + route)
        .setParent(CONTEXT.extract(Context.root(), exchange.getRequestHeaders(), new Received()))
        .setSpanKind(SpanKind.SERVER)
        .setAttribute("http.request.method", "GET")
        .setAttribute("http.route", route)
        .setAttribute("url.path", exchange.getRequestURI().getPath())
        .startSpan();
  }

  private void cart(HttpExchange exchange) throws IOException {
    Span span = received(exchange, "/cart");
    try (Scope _ = span.makeCurrent()) {
      span.addLink(CAUSE);
      span.setAttribute(AttributeKey.stringArrayKey("cart.items"), List.of("café", "\"bolt\""));
      span.setAttribute(AttributeKey.longArrayKey("cart.counts"), List.of(1L, -2L));
      span.setAttribute(AttributeKey.booleanKey("cart.gift"), true);
      span.setAttribute(AttributeKey.doubleKey("cart.total"), 12.5);
      span.addEvent("priced", Attributes.of(AttributeKey.longKey("tries"), 3L));
      query("SELECT 42");
      int status = ask(url(stock, "/stock"));
      span.setAttribute("http.response.status_code", status == 500 ? 200 : 502);
      span.setStatus(StatusCode.OK);
    } finally {
      span.end();
    }
    answer(exchange, 200);
  }

  private void stock(HttpExchange exchange) throws IOException {
    Span span = received(exchange, "/stock");
    int status = 200;
    try (Scope _ = span.makeCurrent()) {
      query("SELECT * FROM shelves");
    } catch (IOException e) {
      span.recordException(e);
      span.setStatus(StatusCode.ERROR, "no shelves");
      status = 500;
      span.setAttribute("http.response.status_code", status);
    } finally {
      span.end();
    }
    answer(exchange, status);
  }

  private void query(String sql) throws IOException {
    Span span =
        tracer
            .spanBuilder("SELECT")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("db.system.name", "h2database")
            .setAttribute("db.query.text", sql)
            .startSpan();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      span.setAttribute("db.response.returned_rows", rows.next() ? 1 : 0);
    } catch (SQLException e) {
      span.setStatus(StatusCode.ERROR, String.valueOf(e.getMessage()));
      throw new IOException(e);
    } finally {
      span.end();
    }
  }

  private int ask(URI url) throws IOException {
    Span span =
        tracer
            .spanBuilder("GET")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("http.request.method", "GET")
            .setAttribute("url.full", url.toString())
            .startSpan();
    try (Scope _ = span.makeCurrent()) {
      HttpRequest.Builder request = HttpRequest.newBuilder(url);
      CONTEXT.inject(Context.current(), request, (into, key, value) -> carry(into, key, value));
      int status =
          client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      span.setAttribute("http.response.status_code", status);
      return status;
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      span.end();
    }
  }

  private static void carry(HttpRequest.@Nullable Builder into, String key, String value) {
    if (into != null) {
      into.header(key, value);
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    byte[] body = "{}".getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() throws SQLException {
    shop.stop(0);
    stock.stop(0);
    client.close();
    database.close();
  }

  /// Reads headers as the propagator wants them.
  private static final class Received implements TextMapGetter<Headers> {
    @Override
    @SuppressWarnings("deprecation") // still to be there
    public Iterable<String> keys(Headers carrier) {
      return carrier.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Headers carrier, String key) {
      return carrier == null ? null : carrier.getFirst(key);
    }
  }
}
