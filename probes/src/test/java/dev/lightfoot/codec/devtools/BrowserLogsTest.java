package dev.lightfoot.codec.devtools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.codec.CaptureReader;
import dev.lightfoot.codec.CaptureReading;
import dev.lightfoot.codec.netlog.NetLogReader;
import dev.lightfoot.devtools.Sums;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageLoad;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BrowserLogsTest {
  private static final List<CaptureReader> READERS =
      List.of(new DevtoolsLogReader(), new LighthouseReader(), new NetLogReader());

  @Test
  void aLogOfEventsIsAPage() throws IOException {
    Run run = read("own/chromium-cdp-events.json", "devtools-log");
    assertThat(run.exchanges()).hasSize(12);
    assertThat(run.page().orElseThrow().source().orElseThrow().browser())
        .contains("HeadlessChrome 156.0.0.0");
    Sums.check(run);
  }

  @Test
  void aLogOfChromedriverIsAPage() throws IOException {
    Collected all = new Collected();
    new DevtoolsLogReader()
        .read(
            new ByteArrayInputStream(
                "{\"message\":\"{\\\"message\\\":{\\\"method\\\":\\\"Network.requestWillBeSent\\\",\\\"params\\\":{\\\"requestId\\\":\\\"1\\\",\\\"timestamp\\\":1,\\\"wallTime\\\":2,\\\"request\\\":{\\\"url\\\":\\\"http://shop.test/\\\",\\\"method\\\":\\\"GET\\\"}}}}\"}"
                    .getBytes(StandardCharsets.UTF_8)),
            all);
    assertThat(all.snapshots.getFirst().target()).isEqualTo("http://shop.test/");
  }

  @Test
  void aResultOfLighthouseIsAPageWithoutPhases() throws IOException {
    Run run = read("har/lighthouse-sample_v2.json", "lighthouse");
    assertThat(run.exchanges()).hasSize(27);
    PageLoad page = run.page().orElseThrow();
    assertThat(page.marks().loadNanos()).hasValue(13_107_000_000L);
    assertThat(page.rendering().orElseThrow().layoutShift()).hasValue(0.099576);
    assertThat(page.rendering().orElseThrow().filmstrip()).hasSize(8);
    assertThat(page.viewport().orElseThrow().mobile()).isTrue();
    assertThat(run.exchanges().getFirst().durationNanos()).isEqualTo(656_964_000L);
    Sums.check(run);
  }

  @Test
  void aLogThatIsCutGivesWhatCameBefore() throws IOException {
    byte[] whole = Files.readAllBytes(shared("own/chromium-cdp-events.json"));
    Collected all = new Collected();
    new DevtoolsLogReader()
        .read(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)), all);
    assertThat(all.skipped).hasSize(1);
    assertThat(all.snapshots).hasSize(1);
  }

  @Test
  void whatHoldsNoRequestGivesNoPage() throws IOException {
    for (CaptureReader reader : READERS) {
      for (String text :
          List.of("", "{}", "[]", "[1,2]", "{\"events\":3}", "nonsense", "[{\"method\":1}]")) {
        Collected all = new Collected();
        reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), all);
        assertThat(all.snapshots).as(reader.format().name() + " " + text).isEmpty();
        assertThat(all.warnings.size() + all.skipped.size()).isPositive();
      }
    }
  }

  @Test
  void aLogOfTheNetworkIsAPageOfConnections() throws IOException {
    Collected all = new Collected();
    String log =
        """
        {"constants":{"timeTickOffset":"1000000","logEventPhase":{"PHASE_NONE":0,"PHASE_BEGIN":1,"PHASE_END":2},
          "logSourceType":{"URL_REQUEST":1,"SOCKET":2,"HTTP_STREAM_JOB":3},
          "logEventTypes":{"REQUEST_ALIVE":1,"URL_REQUEST_START_JOB":2,"HTTP_STREAM_REQUEST_BOUND_TO_JOB":3,
            "SOCKET_POOL_BOUND_TO_SOCKET":4,"TCP_CONNECT_ATTEMPT":5,"HTTP_TRANSACTION_SEND_REQUEST":6,
            "HTTP_TRANSACTION_READ_RESPONSE_HEADERS":7,"TCP_CONNECT":8}},
         "events":[
          {"type":1,"phase":1,"time":"100","source":{"id":1,"type":1},"params":{"url":"http://shop.test/","priority":"HIGHEST"}},
          {"type":2,"phase":1,"time":"100","source":{"id":1,"type":1},"params":{"url":"http://shop.test/","method":"GET","request_type":"main frame"}},
          {"type":5,"phase":1,"time":"110","source":{"id":2,"type":2},"params":{"address":"192.0.2.1:80"}},
          {"type":5,"phase":2,"time":"150","source":{"id":2,"type":2}},
          {"type":8,"phase":2,"time":"150","source":{"id":2,"type":2},"params":{"remote_address":"192.0.2.1:80"}},
          {"type":4,"phase":0,"time":"150","source":{"id":3,"type":3},"params":{"source_dependency":{"id":2,"type":2}}},
          {"type":3,"phase":0,"time":"150","source":{"id":1,"type":1},"params":{"source_dependency":{"id":3,"type":3}}},
          {"type":6,"phase":1,"time":"151","source":{"id":1,"type":1}},
          {"type":6,"phase":2,"time":"151","source":{"id":1,"type":1}},
          {"type":7,"phase":0,"time":"200","source":{"id":1,"type":1},"params":{"headers":["HTTP/1.1 200 OK","Server: x"]}},
          {"type":1,"phase":2,"time":"210","source":{"id":1,"type":1}}
        """;
    new NetLogReader().read(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), all);
    Run run = all.snapshots.getFirst().runs().getFirst();
    Exchange exchange = run.exchanges().getFirst();
    assertThat(exchange.phases().durationNanos(Phase.TCP)).isEqualTo(40_000_000);
    assertThat(exchange.phases().durationNanos(Phase.WAIT)).isEqualTo(49_000_000);
    assertThat(exchange.status()).hasValue(200);
    assertThat(run.startedAt().toInstant().toEpochMilli()).isEqualTo(1_000_100);
    assertThat(all.warnings).hasSize(1);
    Sums.check(run);
  }

  private static Run read(String name, String format) throws IOException {
    Path file = shared(name);
    byte[] beginning = Arrays.copyOf(Files.readAllBytes(file), 64 << 10);
    CaptureReader reader =
        READERS.stream()
            .filter(each -> each.recognises(beginning) > 0)
            .reduce(
                (one, other) ->
                    one.recognises(beginning) >= other.recognises(beginning) ? one : other)
            .orElseThrow();
    assertThat(reader.format().name()).isEqualTo(format);
    Collected all = new Collected();
    try (var in = Files.newInputStream(file)) {
      reader.read(in, all);
    }
    assertThat(all.skipped).isEmpty();
    return all.snapshots.getFirst().runs().getFirst();
  }

  private static Path shared(String name) {
    Path file =
        Path.of(System.getProperty("lightfoot.root", ".."), "../shared/data", name).normalize();
    assumeTrue(Files.isRegularFile(file), name + " is not beside the project (../shared/data)");
    return file;
  }

  private static final class Collected implements CaptureReading {
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @Override
    public void snapshot(Snapshot snapshot) {
      snapshots.add(snapshot);
    }

    @Override
    public void skipped(String place, String reason) {
      skipped.add(place + ": " + reason);
    }

    @Override
    public void warning(String sentence) {
      warnings.add(sentence);
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
