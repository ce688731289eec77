package dev.lightfoot.codec.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.memcached.MemcachedReader;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
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

final class RedisReadersTest {
  private static final List<LogReader> READERS =
      List.of(
          new RedisSlowlogReader(),
          new RedisSlowlogJsonReader(),
          new RedisMonitorReader(),
          new RedisStatsReader(),
          new MemcachedReader());
  private static final long SECOND = 1_000_000_000;

  @ParameterizedTest
  @CsvSource({
    "0, own/redis-slowlog.txt, 20",
    "1, own/redis-slowlog.json, 5",
    "2, own/redis-monitor.txt, 5",
    "3, own/redis-commandstats.txt, 5",
    "4, own/memcached-vv.txt, 0",
  })
  void everyCommandOfEveryFileIsReadByTheReaderThatRecognisesItBest(
      int index, String file, int spans) throws IOException {
    Collected all = Collected.ofShared(READERS.get(index), file, ReadSettings.NONE);
    assertThat(all.spans).hasSize(spans);
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans.toString()).doesNotContain("xxx", "300000");
    byte[] bytes = Files.readAllBytes(Collected.shared(file));
    for (int other = 0; other < READERS.size(); other++) {
      assertThat(READERS.get(other).recognises(bytes) > 0).isEqualTo(other == index);
    }
  }

  @Test
  void aSlowCommandEndsInItsSecond() throws IOException {
    Collected all = Collected.ofShared(READERS.get(0), "own/redis-slowlog.txt", ReadSettings.NONE);
    Span first = all.spans.getFirst();
    assertThat(first)
        .isEqualTo(
            Span.of(
                    first.spanId(),
                    "GET",
                    Layer.CACHE,
                    SpanKind.SERVER,
                    SpanTime.ending(1_795_447_784 * SECOND, 2_000, SECOND))
                .with(
                    Attributes.of(
                        AttributeNames.FORMAT, "redis-slowlog",
                        AttributeNames.DB_SYSTEM, "redis",
                        AttributeNames.DB_OPERATION, "GET",
                        AttributeNames.CLOCK, "redis",
                        AttributeNames.DB_QUERY, "GET :1:item:4",
                        AttributeNames.PEER_ADDRESS, "10.77.4.1",
                        AttributeNames.PEER_PORT, "42706")));
    assertThat(all.spans.stream().map(RedisReadersTest::query))
        .contains("SET :1:item:49 ? ? ?", "MONITOR");
  }

  @Test
  void textAndJsonAgreeOnTheIds() throws IOException {
    Set<String> text =
        ids(Collected.ofShared(READERS.get(0), "own/redis-slowlog.txt", ReadSettings.NONE));
    List<Span> json =
        Collected.ofShared(READERS.get(1), "own/redis-slowlog.json", ReadSettings.NONE).spans;
    assertThat(json.stream().filter(span -> text.contains(span.spanId()))).hasSize(3);
  }

  @Test
  void aTerminalsSlowlogIsReadTheSame() throws IOException {
    String terminal =
        """
         1) 1) (integer) 105
            2) (integer) 1795447784
            3) (integer) 2
            4) 1) "GET"
               2) ":1:item:4"
            5) "10.77.4.1:42706"
            6) ""
         2) 1) (integer) 99
            2) (integer) 1795447685
            3) (integer) 2
            4) 1) "SET"
               2) "k\\"\\x00\\n"
               3) "secret\\xff"
            5) "10.77.4.1:42706"
            6) "worker"
        """;
    Collected all = Collected.of(READERS.get(0), terminal);
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans.stream().map(RedisReadersTest::query))
        .containsExactly("GET :1:item:4", "SET k\"\uFFFD\uFFFD ?");
    assertThat(all.spans.getFirst().spanId())
        .isEqualTo(
            Collected.ofShared(READERS.get(0), "own/redis-slowlog.txt", ReadSettings.NONE)
                .spans
                .getFirst()
                .spanId());
  }

  @Test
  void clientsWithNamesAndValuesOfSeveralLinesDoNotConfuse() throws IOException {
    Collected all =
        Collected.of(
            READERS.get(0),
            "12\n"
                + "1795447784\n"
                + "2\n"
                + "SET\n"
                + "k\n"
                + "line\n"
                + "11\n"
                + "5\n"
                + "10.0.0.1:1\n"
                + "worker\n"
                + "11\n"
                + "1795447784\n"
                + "3\n"
                + "GET\n"
                + "k\n"
                + "10.0.0.1:1\n"
                + "worker\n"
                + "10\n"
                + "1795447784\n"
                + "4\n"
                + "PING\n"
                + "/tmp/redis.sock:0\n\n");
    assertThat(all.spans.stream().map(RedisReadersTest::query))
        .containsExactly("SET k ? ? ?", "GET k", "PING");
  }

  @Test
  void monitorTellsInstants() throws IOException {
    Span first =
        Collected.ofShared(READERS.get(2), "own/redis-monitor.txt", ReadSettings.NONE)
            .spans
            .getFirst();
    assertThat(first.time()).isEqualTo(SpanTime.instant(1_795_447_784_786_703_000L, 1_000));
    assertThat(first.attributes().get(AttributeNames.DB_NAMESPACE)).contains("0");
    assertThat(query(first)).isEqualTo("GET :1:item:0");
  }

  @Test
  void statisticsStandForAllCalls() throws IOException {
    Collected all =
        Collected.ofShared(READERS.get(3), "own/redis-commandstats.txt", ReadSettings.NONE);
    Span get = all.spans.get(3);
    assertThat(get.name()).isEqualTo("GET");
    assertThat(get.time()).isEqualTo(SpanTime.lasting(116_000, 1_000));
    assertThat(get.attributes().number(AttributeNames.CALLS)).hasValue(55);
    assertThat(all.spans.getFirst().name()).isEqualTo("SLOWLOG GET");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MGET a b c|MGET a b c|3",
        "MSET a 1 b 2|MSET a ? b ?|2",
        "hget user:1 mail|HGET user:1 mail|0",
        "HSET user:1 mail secret|HSET user:1 ? ?|0",
        "AUTH secret|AUTH ?|0",
        "HELLO 3 AUTH user secret|HELLO ? ? ? ?|0",
        "EVAL secret 1 k|EVAL ? ? ?|0",
        "CONFIG SET requirepass secret|CONFIG SET ? ?|0",
        "JSON.SET doc $ secret|JSON.SET doc ? ?|0",
      })
  void keysAreKeptAndValuesAreNot(String command, String text, int keys) {
    RedisCommand read = RedisCommand.of(List.of(command.split(" ")));
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.keys()).isEqualTo(keys);
  }

  @Test
  void memcachedIsCountedWithoutTimesAndToldWithThem() throws IOException {
    Collected all = Collected.ofShared(READERS.get(4), "own/memcached-vv.txt", ReadSettings.NONE);
    assertThat(all.warnings.getFirst())
        .startsWith("memcached -vv writes no times; keys without one: 26 × get, 1 × set.");
    Collected timed =
        Collected.of(
            READERS.get(4), "2026-11-23T15:28:04.500+0000 host memcached[1]: <24 get a b\n");
    assertThat(timed.spans.getFirst().time())
        .isEqualTo(SpanTime.instant(1_795_447_684_500_000_000L, 1_000_000));
    assertThat(timed.spans.getFirst().attributes().number(AttributeNames.DB_BATCH)).hasValue(2);
    Collected set =
        Collected.of(READERS.get(4), "2026-11-23T15:28:04.500+0000 <24 set :1:top 1 60 3277\n");
    assertThat(query(set.spans.getFirst())).isEqualTo("set :1:top");
  }

  @ParameterizedTest
  @CsvSource({
    "0, own/redis-slowlog.txt",
    "1, own/redis-slowlog.json",
    "2, own/redis-monitor.txt",
    "3, own/redis-commandstats.txt",
    "4, own/memcached-vv.txt",
  })
  void filesCutAnywhereAndNoiseAreReadWithoutAFailure(int index, String file) throws IOException {
    byte[] bytes = Files.readAllBytes(Collected.shared(file));
    LogReader reader = READERS.get(index);
    int before = 0;
    for (int length = 0; length <= bytes.length; length += 7) {
      byte[] cut = Arrays.copyOf(bytes, length);
      Collected all = Collected.of(reader, cut, ReadSettings.NONE);
      assertThat(all.skipped.size()).isLessThanOrEqualTo(1);
      assertThat(all.spans.size()).isGreaterThanOrEqualTo(before - 1);
      before = all.spans.size();
      assertThat(reader.recognises(cut)).isBetween(0, 100);
    }
    byte[] noise = new byte[300_000];
    new Random(6).nextBytes(noise);
    assertThat(reader.recognises(noise)).isZero();
    assertThat(Collected.of(reader, noise, ReadSettings.NONE).spans).isEmpty();
    String huge = "1795447784.786703 [0 10.77.4.1:42706] \"SET\" \"" + "x".repeat(1 << 20) + "\"\n";
    String text = huge + new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(Collected.of(reader, text).skipped).isNotEmpty();
  }

  @Test
  void lineEndingsOfWindowsMakeNoDifference() throws IOException {
    for (int index : new int[] {2, 3}) {
      String file = index == 2 ? "own/redis-monitor.txt" : "own/redis-commandstats.txt";
      String text = Files.readString(Collected.shared(file));
      assertThat(Collected.of(READERS.get(index), text.replace("\n", "\r\n")).spans)
          .isEqualTo(Collected.of(READERS.get(index), text).spans);
    }
  }

  private static Set<String> ids(Collected all) {
    return all.spans.stream().map(Span::spanId).collect(Collectors.toSet());
  }

  private static String query(Span span) {
    return span.attributes().get(AttributeNames.DB_QUERY).orElse("");
  }
}
