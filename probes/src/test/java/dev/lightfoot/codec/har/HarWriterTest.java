package dev.lightfoot.codec.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.report.redact.Redacted;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.redact.Removal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class HarWriterTest {

  @Test
  void measurementsSurviveButForWhatHarHasNoPlaceFor() throws IOException {
    for (Run run :
        List.of(
            Samples.cold(0),
            Samples.warm(222_000),
            Samples.expired(),
            Samples.unresolved(),
            Samples.redirected(),
            Samples.tunnelled(),
            Samples.overQuic())) {
      Snapshot snapshot = Samples.snapshot(Samples.TARGET, run);
      WrittenHar written = WrittenHar.of(snapshot);
      assertThat(written.faults()).isEmpty();
      Differences.print(held(snapshot), written.readAgain());
      assertThat(written.readAgain()).containsExactly(held(snapshot));
    }
  }

  /// What HAR and our own members in it can say of a snapshot.
  private static Snapshot held(Snapshot snapshot) {
    List<Run> runs =
        snapshot.runs().stream()
            .map(
                run ->
                    run.with(
                        run.exchanges().stream().map(HarWriterTest::held).toList(),
                        List.of(),
                        List.of()))
            .toList();
    return new Snapshot(
        snapshot.id(),
        snapshot.name(),
        snapshot.target(),
        snapshot.takenAt(),
        snapshot.environment(),
        runs,
        Map.of());
  }

  private static Exchange held(Exchange exchange) {
    ExchangeBuilder builder =
        new ExchangeBuilder(exchange.url(), exchange.method())
            .status(exchange.status())
            .protocol(exchange.protocol())
            .initiator(exchange.initiator())
            .resource(exchange.resource())
            .redirectedFrom(exchange.redirectedFrom())
            .startNanos(exchange.startNanos())
            .gapNanos(exchange.gapNanos())
            .connection(exchange.connection().map(HarWriterTest::held))
            .marks(exchange.marks())
            .interim(exchange.interim())
            .request(exchange.request())
            .response(exchange.response())
            .chunks(exchange.chunks())
            .source(exchange.source())
            .tls(ExchangeMaker.tls(secured(exchange)));
    exchange.phases().byPhase().forEach(builder::phase);
    return builder.build();
  }

  private static EntryDraft secured(Exchange exchange) {
    EntryDraft entry = new EntryDraft(0);
    exchange
        .tls()
        .filter(tls -> tls.version().isPresent())
        .ifPresent(
            tls -> {
              entry.request.security.protocol = tls.version().orElseThrow();
              entry.request.security.cipher = tls.cipherSuite().orElse("");
              entry.request.security.group = tls.group().orElse("");
            });
    return entry;
  }

  private static Connection held(Connection connection) {
    return new Connection(
        connection.id(), connection.reused(), connection.address(), Optional.empty(), List.of());
  }

  @Test
  void theGapIsNoPartOfTheTime() throws IOException {
    Exchange exchange = Samples.coldExchange(0).gapNanos(7_000_000).build();
    Run run = Samples.run(RunState.COLD, Optional.empty(), exchange);
    WrittenHar written = WrittenHar.of(Samples.snapshot(Samples.TARGET, run));
    JsonNode entry = written.json().at("/log/entries/0");
    assertThat(entry.at("/_lightfoot/gap").asDouble()).isEqualTo(7);
    assertThat(entry.get("time").asDouble()).isEqualTo(exchange.phases().totalNanos() / 1e6);
    assertThat(written.faults()).isEmpty();
  }

  @Test
  void whatAnotherProgramAddedSurvives() throws IOException {
    String har =
        Files.readString(
            Collected.shared("conformance/authored-hostile/har/unknown-custom-fields.har"));
    Snapshot snapshot = ReadCapture.har(har).snapshots.getFirst();
    String written = new String(WrittenHar.of(snapshot).bytes(), StandardCharsets.UTF_8);
    assertThat(written).contains("\"_priority\":\"High\"", "{\"type\":\"other\"}");
  }

  @Test
  void secretsAreLeftOutByDefaultAndCounted() throws IOException {
    String har = Files.readString(Collected.shared("conformance/authored-hostile/har/secrets.har"));
    Snapshot snapshot = ReadCapture.har(har).snapshots.getFirst();
    Redacted redacted = Redactor.redact(snapshot);
    String written = new String(WrittenHar.of(redacted.snapshot()).bytes(), StandardCharsets.UTF_8);
    assertThat(written).doesNotContain("SECRET", "hunter2");
    assertThat(redacted.removed().stream().mapToInt(Removal::times).sum()).isGreaterThan(5);
    assertThat(WrittenHar.of(redacted.snapshot()).faults()).isEmpty();
  }

  @Test
  void secretsInMembersOfOtherProgramsAreLeftOutToo() throws IOException {
    String custom =
        ",\"_token\":\"SECRET1\",\"_detail\":\"{\\\"password\\\":\\\"SECRET2\\\"}\","
            + "\"_list\":[{\"name\":\"Authorization\",\"value\":\"Bearer SECRET3\"}],"
            + "\"_url\":\"https://a.test/?access_token=SECRET4\","
            + "\"_initiator\":{\"type\":\"other\",\"url\":\"https://a.test/?code=SECRET5\"},"
            + "\"comment\":\"seen at https://u:SECRET6@a.test/\"";
    Snapshot snapshot =
        MadeHar.by("x").entry("https://a.test/", "1", "{}", custom).read().snapshots.getFirst();
    String written =
        new String(
            WrittenHar.of(Redactor.redact(snapshot).snapshot()).bytes(), StandardCharsets.UTF_8);
    assertThat(written).contains("_token", "_detail", "_list").doesNotContain("SECRET");
    assertThat(new String(WrittenHar.of(snapshot).bytes(), StandardCharsets.UTF_8))
        .contains("SECRET1", "SECRET2", "SECRET3", "SECRET4", "SECRET5", "SECRET6");
  }
}
