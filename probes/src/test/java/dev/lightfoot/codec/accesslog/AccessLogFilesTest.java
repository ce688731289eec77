package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.span.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real and hostile files: which format each is found to be, how many entries are read and skipped.
final class AccessLogFilesTest {
  private static final Path DATA =
      Path.of(System.getProperty("lightfoot.root", ".")).resolve("../shared/data");
  private static final String HOSTILE = "conformance/authored-hostile/accesslog/";
  private static final ReadSettings BERLIN =
      new ReadSettings(Optional.of(ZoneId.of("Europe/Berlin")), Optional.empty(), Optional.empty());
  private static final int BEGINNING = 64 * 1024;

  private static byte[] file(String name) throws IOException {
    Path path = DATA.resolve(name);
    assumeTrue(Files.exists(path), name + " is not beside the project (../shared/data)");
    byte[] bytes = Files.readAllBytes(path);
    if (name.endsWith(".gz")) {
      bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
    // The intake takes off the prefixes of containers.
    return name.contains("caddy")
        ? new String(bytes, ISO_8859_1).replace("caddy  | ", "").getBytes(ISO_8859_1)
        : bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "own/nginx-access.jsonl,nginx,30,11,0",
    "own/nginx-access-combined-time.log,nginx,30,11,0",
    "own/gunicorn-access.log,gunicorn,30,0,0",
    "server/nginx_ingress_controller.log,nginx,10,12,0",
    "server/apache_combined_access_log.gz,nginx,2492,0,0",
    "server/haproxy_http.log,haproxy,13,13,0",
    "server/caddy_access.jsonl,caddy,4,0,0",
    "server/aws_alb_access_lnav_samples.log,alb,5,5,0",
    "server/uwsgi.log,uwsgi,19,0,0",
    "server/w3c_iis.log,iis,3,0,0",
    HOSTILE + "ansi-escape.log,nginx,1,0,0",
    HOSTILE + "crlf-cr-only.log,nginx,2,0,0",
    HOSTILE + "dst-fold.log,nginx,3,0,0",
    HOSTILE + "ipv6-and-unix.log,nginx,2,0,0",
    HOSTILE + "json-lines-mixed.log,nginx,2,0,1",
    HOSTILE + "no-final-newline.log,nginx,1,0,0",
    HOSTILE + "nul-and-bad-utf8.log,none,0,0,1",
    HOSTILE + "ok-combined.log,nginx,3,0,0",
    HOSTILE + "one-line-1mb.log,none,0,0,1",
    HOSTILE + "quotes-and-escapes.log,apache,1,0,0",
    HOSTILE + "redos-bait.log,none,0,0,5",
    HOSTILE + "tls-bytes-in-request.log,nginx,2,0,0"
  })
  void everyFileIsRecognisedAndRead(String name, String format, int entries, int parts, int skipped)
      throws IOException {
    byte[] file = file(name);
    Optional<LogReader> found = Lines.reader(file);
    Collected collected =
        Collected.of(found.orElseGet(() -> AccessLogReader.of("nginx")), file, BERLIN);
    int read = collected.entries().size();
    System.out.printf(
        "%-62s %-9s read %5d, parts %3d, skipped %d %s%n",
        name,
        found.map(reader -> reader.format().name()).orElse("none"),
        read,
        collected.spans.size() - read,
        collected.skipped.size(),
        collected.skipped.stream().findFirst().orElse(""));
    assertThat(found.map(reader -> reader.format().name()).orElse("none")).isEqualTo(format);
    assertThat(read).isEqualTo(entries);
    assertThat(collected.spans).hasSize(entries + parts);
    assertThat(collected.skipped).hasSize(skipped);
    assertThat(ids(found.orElseGet(() -> AccessLogReader.of("nginx")), file))
        .doesNotHaveDuplicates();
  }

  /// As the intake gives them: equal entries are told apart there.
  private static List<String> ids(LogReader reader, byte[] file) {
    List<String> ids = new ArrayList<>();
    new Intake(List.of(reader))
        .read(
            List.of(new Source.Stream("-", new ByteArrayInputStream(file))),
            new IntakeSettings(Optional.of(reader.format().name()), BERLIN),
            span -> ids.add(span.spanId()));
    return ids;
  }

  @Test
  void bothFormatsOfNginxTellOfTheSameRequests() throws IOException {
    List<Span> json =
        Collected.of(AccessLogReader.of("nginx"), file("own/nginx-access.jsonl"), ReadSettings.NONE)
            .entries();
    List<Span> text =
        Collected.of(
                AccessLogReader.of("nginx"),
                file("own/nginx-access-combined-time.log"),
                ReadSettings.NONE)
            .entries();
    assertThat(json.stream().map(Span::spanId))
        .containsExactlyElementsOf(text.stream().map(Span::spanId).toList());
  }

  /// What is quadratic would take minutes: ten times, for each reader, over lines of up to 50 000
  /// bytes.
  @Test
  void baitForBacktrackingTakesItsLengthOnly() throws IOException {
    byte[] bait = file(HOSTILE + "redos-bait.log");
    byte[] oneLine = file(HOSTILE + "one-line-1mb.log");
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (LogReader reader : AccessLogReader.all()) {
            for (int i = 0; i < 10; i++) {
              Collected.of(reader, bait, ReadSettings.NONE);
              Collected.of(reader, oneLine, ReadSettings.NONE);
              reader.recognises(Arrays.copyOf(bait, BEGINNING));
            }
          }
        });
  }
}
