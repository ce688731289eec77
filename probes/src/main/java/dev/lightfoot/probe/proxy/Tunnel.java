package dev.lightfoot.probe.proxy;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks a proxy for a connection to a server (CONNECT, RFC 9110 section 9.3.6), and notes the round
/// trip as a phase of its own.
public final class Tunnel {
  /// An answer to CONNECT with more header bytes than this is refused.
  static final int MAX_HEADERS = 64 * 1024;

  private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})(?: (.*))?$");

  private final ProxyServer proxy;
  private final String host;
  private final int port;
  private final ExchangeTrace trace;

  public Tunnel(ProxyServer proxy, String host, int port, ExchangeTrace trace) {
    this.proxy = proxy;
    this.host = host;
    this.port = port;
    this.trace = trace;
  }

  /// What to send to the proxy first.
  public ByteBuffer request() {
    String authority = ProxyServer.authority(host, port);
    StringBuilder request = new StringBuilder();
    request.append("CONNECT ").append(authority).append(" HTTP/1.1\r\n");
    request.append("Host: ").append(authority).append("\r\n");
    proxy
        .authorization()
        .ifPresent(value -> request.append("Proxy-Authorization: ").append(value).append("\r\n"));
    request.append("User-Agent: Lightfoot\r\n\r\n");
    return ByteBuffer.wrap(request.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Blocks until the proxy has connected through.
  ///
  /// @param in what the proxy sends
  /// @param arrived when what was read last had arrived, raw nanoTime
  /// @param left when the request had left, raw nanoTime
  /// @throws IOException where it does not; the trace says why
  public void await(InputStream in, LongSupplier arrived, long left) throws IOException {
    long start = trace.clock().of(left);
    trace.enter(Phase.PROXY, start);
    trace.mark(Mark.PROXY_START, start);
    String answer;
    try {
      answer = head(in);
      long end = trace.clock().of(arrived.getAsLong());
      trace.mark(Mark.PROXY_END, end);
      trace.late(end, trace.clock().now());
    } catch (IOException e) {
      String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      String how = words.contains("reset") ? "reset the connection" : "closed the connection";
      throw failed(ErrorType.PROXY_CLOSED, how + " instead of answering CONNECT.");
    }
    check(answer);
  }

  /// Status line and headers. Nothing may follow them: in TLS the client speaks first.
  private String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    byte[] buffer = new byte[4_096];
    int end;
    while ((end = end(head.toByteArray())) < 0) {
      if (head.size() > MAX_HEADERS) {
        throw failed(ErrorType.PROXY_FAILED, "answered CONNECT with more than 64 KiB of headers.");
      }
      if (head.size() >= 5 && !head.toString(StandardCharsets.ISO_8859_1).startsWith("HTTP/")) {
        throw notHttp();
      }
      int count = in.read(buffer);
      if (count < 0) {
        throw new IOException("closed");
      }
      head.write(buffer, 0, count);
    }
    return head.toString(StandardCharsets.ISO_8859_1).substring(0, end);
  }

  private static int end(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    return end >= 0 ? end : text.indexOf("\n\n");
  }

  private void check(String answer) throws IOException {
    Matcher line = STATUS.matcher(answer.lines().findFirst().orElse(""));
    if (!line.matches()) {
      throw notHttp();
    }
    int status = Integer.parseInt(line.group(1));
    trace.handshakes().proxyStatus(status);
    if (status / 100 == 2) {
      return;
    }
    String said = status + reason(line.group(2));
    if (status == 407 || status == 401) { // 401 is what tinyproxy says to a wrong password
      throw failed(
          ErrorType.PROXY_AUTHENTICATION,
          proxy.authorization().isPresent()
              ? "does not accept the user and password given for it: " + said + "."
              : "wants a user and a password: " + said + ".");
    }
    String what = status >= 500 ? "could not reach " : "refuses to connect to ";
    throw failed(ErrorType.PROXY_REFUSED, what + host + ": " + said + ".");
  }

  /// The proxy's own words, cut short.
  private static String reason(String words) {
    String line = Optional.ofNullable(words).orElse("").replaceAll("\\p{Cntrl}+", " ").strip();
    return line.isEmpty() ? "" : " " + line.substring(0, Math.min(line.length(), 80));
  }

  private IOException notHttp() {
    return failed(ErrorType.PROXY_FAILED, "answered CONNECT with something that is not HTTP.");
  }

  private IOException failed(ErrorType type, String what) {
    String sentence = "The proxy " + proxy.url() + " " + what;
    trace.fail(Optional.of(Phase.PROXY), type, sentence);
    return new IOException(sentence);
  }
}
