package dev.lightfoot.codec.django;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DjangoReadersTest {
  private static final LogReader TEXT = new DjangoTextReader();
  private static final LogReader JSON = new DjangoJsonReader();
  private static final String LOG = "own/django-db-backends.log";
  private static final String OBJECTS = "own/django.jsonl";
  private static final ReadSettings CHICAGO = Collected.in("America/Chicago");
  private static final long MILLI = 1_000_000;
  private static final long FIRST = 1_795_447_661_519L * MILLI;

  @Test
  void everyQueryAndRequestOfTheTextIsRead() throws IOException {
    Collected all = Collected.ofShared(TEXT, LOG, CHICAGO);
    assertThat(all.spans.stream().filter(span -> span.layer() == Layer.DATABASE)).hasSize(95);
    assertThat(all.spans.stream().filter(span -> span.layer() == Layer.APP)).hasSize(3);
    assertThat(all.skipped).isEmpty();
    Span first = all.spans.getFirst();
    assertThat(first)
        .isEqualTo(
            Span.of(
                    first.spanId(),
                    "SELECT django_site",
                    Layer.DATABASE,
                    SpanKind.CLIENT,
                    SpanTime.ending(FIRST, 3 * MILLI, MILLI))
                .with(
                    Attributes.of(
                        AttributeNames.FORMAT, "django",
                        AttributeNames.DB_SYSTEM, "other_sql",
                        AttributeNames.DB_QUERY,
                            "SELECT \"django_site\".\"id\", \"django_site\".\"domain\","
                                + " \"django_site\".\"name\" FROM \"django_site\" WHERE"
                                + " \"django_site\".\"id\" = 1 LIMIT 21",
                        AttributeNames.DB_OPERATION, "SELECT",
                        AttributeNames.DB_COLLECTION, "django_site",
                        AttributeNames.PROCESS_ID, "25499",
                        AttributeNames.THREAD_ID, "139685408622272",
                        AttributeNames.CLOCK, "django")));
    assertThat(all.spans.toString()).doesNotContain("args=");
  }

  @Test
  void withoutAZoneOnlyHowLongQueriesTookIsKnown() throws IOException {
    Collected all = Collected.ofShared(TEXT, LOG, ReadSettings.NONE);
    assertThat(all.spans).hasSize(95);
    assertThat(all.spans.getFirst().time()).isEqualTo(SpanTime.lasting(3 * MILLI, MILLI));
    assertThat(all.skipped).hasSize(3);
    assertThat(all.warnings.get(1)).startsWith("95 queries have no time with a zone");
  }

  @Test
  void aFailedRequestIsAnErrorAndOneNotFoundIsNot() throws IOException {
    List<Span> requests =
        Collected.ofShared(JSON, OBJECTS, ReadSettings.NONE).spans.stream()
            .filter(span -> span.layer() == Layer.APP)
            .toList();
    assertThat(requests.stream().map(Span::name)).containsExactly("/fail/", "/fail/", "/nope/");
    assertThat(requests.getFirst().status()).isEqualTo(SpanStatus.error("Internal Server Error"));
    assertThat(requests.getLast().status()).isEqualTo(SpanStatus.UNSET);
    assertThat(requests.getLast().attributes().number(AttributeNames.STATUS)).hasValue(404);
    assertThat(requests.getLast().time())
        .isEqualTo(SpanTime.instant(1_795_447_786_376_280_800L, 1_000));
  }

  @Test
  void jsonHasExactTimesOfItsOwn() throws IOException {
    Collected all = Collected.ofShared(JSON, OBJECTS, ReadSettings.NONE);
    assertThat(all.spans).hasSize(60);
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans.getFirst().time())
        .isEqualTo(SpanTime.ending(1_795_447_684_523_205_300L, 2_313_529, 1_000));
  }

  @Test
  void textAndJsonOfTheSameTimeAgreeOnTheIds() throws IOException {
    Set<String> text = ids(Collected.ofShared(TEXT, LOG, CHICAGO));
    Set<String> json = ids(Collected.ofShared(JSON, OBJECTS, ReadSettings.NONE));
    assertThat(json.stream().filter(text::contains).count()).isGreaterThan(0);
    Set<String> whole = ids(Collected.ofShared(TEXT, LOG, ReadSettings.NONE));
    assertThat(text).containsAll(whole);
  }

  private static Set<String> ids(Collected all) {
    return all.spans.stream().map(Span::spanId).collect(Collectors.toSet());
  }

  @Test
  void eachFileIsRecognisedByItsReader() throws IOException {
    byte[] text = Files.readAllBytes(Collected.shared(LOG));
    byte[] json = Files.readAllBytes(Collected.shared(OBJECTS));
    assertThat(TEXT.recognises(text)).isEqualTo(92);
    assertThat(TEXT.recognises(json)).isZero();
    assertThat(JSON.recognises(json)).isEqualTo(96);
    assertThat(JSON.recognises(text)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "(0.001) SELECT 1; args=('a; args=b',); alias=other|SELECT 1; args=('a|other|",
        "(0.001) SELECT 1; args=(); alias=default|SELECT 1|default|",
        "(0.001) BEGIN; args=None|BEGIN||",
        "DEBUG (1.234) 3 times: INSERT INTO t VALUES (%s); args=[(1,), (2,), (3,)]|INSERT INTO t"
            + " VALUES (%s)||3",
      })
  void aMessageWithoutAFormatterIsReadToo(String line, String sql, String alias, String times)
      throws IOException {
    Span only = Collected.of(TEXT, line + "\n").spans.getFirst();
    assertThat(only.attributes().get(AttributeNames.DB_QUERY)).contains(sql);
    assertThat(only.attributes().get("lightfoot.db.alias").orElse(null)).isEqualTo(alias);
    assertThat(only.attributes().get(AttributeNames.DB_BATCH).orElse(null)).isEqualTo(times);
  }

  @Test
  void aStatementOfSeveralLinesIsOne() throws IOException {
    Collected all =
        Collected.of(
            TEXT,
            "2026-11-23 09:27:41,519+0100 (0.002) SELECT a\n  FROM t\n WHERE b = 1; args=(1,)\n"
                + "2026-11-23 09:27:41.600Z DEBUG (0.003) SELECT 2; args=(1,)\n");
    assertThat(all.spans.getFirst().attributes().get(AttributeNames.DB_QUERY))
        .contains("SELECT a\n  FROM t\n WHERE b = 1");
    assertThat(all.spans.get(1).time())
        .isEqualTo(SpanTime.ending(1_795_426_061_600L * MILLI, 3 * MILLI, MILLI));
  }

  @Test
  void theDevelopmentServersLinesAreRequests() throws IOException {
    String line = "[23/Nov/2026 15:28:04] \"GET /shop/?page=2 HTTP/1.1\" 200 1234\n";
    assertThat(TEXT.recognises(line.getBytes(StandardCharsets.UTF_8))).isEqualTo(70);
    Collected all = Collected.of(TEXT, line.getBytes(StandardCharsets.UTF_8), Collected.in("UTC"));
    Span only = all.spans.getFirst();
    assertThat(only.name()).isEqualTo("GET /shop/");
    assertThat(only.time()).isEqualTo(SpanTime.instant(1_795_447_684_000L * MILLI, 1000 * MILLI));
    assertThat(only.attributes().get(AttributeNames.QUERY)).contains("page=2");
    assertThat(only.attributes().number(AttributeNames.BODY_BYTES)).hasValue(1234);
  }

  @Test
  void damagedFilesCostTheirDamagedEntries() throws IOException {
    String text = Files.readString(Collected.shared(LOG));
    String json = Files.readString(Collected.shared(OBJECTS));
    assertThat(Collected.of(TEXT, text.replace("\n", "\r\n")).spans)
        .isEqualTo(Collected.of(TEXT, text).spans);
    String first = text.lines().findFirst().orElseThrow();
    String huge = first.replace("LIMIT 21", "x".repeat(1 << 20));
    String unended = first.replace("; args=(1,)", "") + "\n" + "more\n".repeat(100_000);
    assertThat(Collected.of(TEXT, huge + "\n" + unended + text).spans).hasSize(95);
    assertThat(Collected.of(TEXT, huge + "\n" + unended + text).skipped)
        .contains(
            "line 1: The line is longer than 64 KiB.",
            "line 2: the statement is longer than 256 KiB");
    assertThat(Collected.of(JSON, "{\"a\":\n" + json + "{\"name\":").skipped).hasSize(2);
    byte[] noise = new byte[300_000];
    new Random(5).nextBytes(noise);
    assertThat(TEXT.recognises(noise) + JSON.recognises(noise)).isZero();
    assertThat(Collected.of(TEXT, noise, ReadSettings.NONE).spans).isEmpty();
    assertThat(Collected.of(JSON, noise, ReadSettings.NONE).spans).isEmpty();
    for (int length = 0; length < text.length(); length += 211) {
      byte[] cut = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), length);
      assertThat(Collected.of(TEXT, cut, CHICAGO).skipped.size()).isLessThanOrEqualTo(1);
    }
  }
}
