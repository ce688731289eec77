package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.RawHttp2;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is named before the document comes: in a 103 (RFC 8297).
@Timeout(60)
final class PageHintsTest {
  private static final byte[] HINTS = {0x08, 3, '1', '0', '3'};

  @Test
  void whatA103NamesIsAskedForWhileTheServerStillMakesTheDocument() throws Exception {
    try (RawHttp2 server = new RawHttp2(Certificates.valid(ProbeBench.HOST));
        PageBench bench = PageBench.plain()) {
      server.answer((connection, stream) -> answer(server, connection, stream));
      Run run = bench.load("https://" + ProbeBench.HOST + ":" + server.port() + "/");
      Exchange early = PageBench.of(run, "/a.css");
      Exchange document = run.exchanges().getFirst();
      assertThat(run.error()).isEmpty();
      assertThat(early.initiator().orElseThrow().type()).isEqualTo(Initiator.Type.EARLY_HINTS);
      assertThat(early.initiator().orElseThrow().exchange()).hasValue(0);
      assertThat(early.resource().priority()).contains(Priority.HIGHEST);
      assertThat(early.startNanos())
          .isGreaterThanOrEqualTo(document.interim().getFirst().atNanos())
          .isLessThan(document.marks().finalFirstByteNanos().orElseThrow());
    }
  }

  /// The document is only sent when the sheet was asked for.
  private static void answer(RawHttp2 server, Socket connection, int stream) throws Exception {
    ByteArrayOutputStream hints = new ByteArrayOutputStream();
    hints.writeBytes(HINTS);
    hints.writeBytes(RawHttp2.block("link", "</a.css>; rel=preload; as=style"));
    write(connection, RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, hints.toByteArray());
    while (server.frames().stream().noneMatch(frame -> frame.type() == RawHttp2.HEADERS)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(RawHttp2.okBlock());
    head.writeBytes(RawHttp2.block("content-type", "text/html"));
    write(connection, RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, head.toByteArray());
    byte[] text = "<link rel=stylesheet href=a.css>".getBytes(StandardCharsets.US_ASCII);
    write(connection, RawHttp2.DATA, RawHttp2.END_STREAM, stream, text);
    answered(server, connection, 1);
    answered(server, connection, 2); // the icon
  }

  private static void answered(RawHttp2 server, Socket connection, int count) throws Exception {
    while (server.frames().stream().filter(frame -> frame.type() == RawHttp2.HEADERS).count()
        < count) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    int stream =
        server.frames().stream()
            .filter(frame -> frame.type() == RawHttp2.HEADERS)
            .skip(count - 1L)
            .findFirst()
            .orElseThrow()
            .stream();
    connection.getOutputStream().write(RawHttp2.ok(stream));
  }

  private static void write(Socket connection, int type, int flags, int stream, byte[] payload)
      throws Exception {
    connection.getOutputStream().write(RawHttp2.frame(type, flags, stream, payload));
  }
}
