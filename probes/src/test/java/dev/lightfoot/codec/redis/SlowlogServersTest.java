package dev.lightfoot.codec.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Entries of SLOWLOG have four values (before Redis 4), six, or seven (Redis 8.10).
final class SlowlogServersTest {
  private static final LogReader PLAIN = new RedisSlowlogReader();

  private static Collected read(String... lines) {
    return Collected.of(PLAIN, String.join("\n", lines) + "\n");
  }

  private static String query(Span span) {
    return span.attributes().get(AttributeNames.DB_QUERY).orElse("");
  }

  private static String peer(Span span) {
    return span.attributes().get(AttributeNames.PEER_ADDRESS).orElse("");
  }

  @Test
  void sevenValuesEndWithTheNumberOfWords() {
    Collected all =
        read(
            "15",
            "1795168803",
            "12629",
            "SADD",
            "cart:42",
            "a",
            "... (31 more arguments)",
            "192.0.2.7:58217",
            "worker",
            "33", //
            "14",
            "1795168800",
            "30",
            "GET",
            "user:1",
            "192.0.2.7:58217",
            "",
            "2");
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans)
        .extracting(SlowlogServersTest::query)
        .containsExactly("SADD cart:42 ? ?", "GET user:1");
    assertThat(all.spans).extracting(SlowlogServersTest::peer).containsOnly("192.0.2.7");
  }

  @Test
  void fourValuesEndWithTheLastWord() {
    Collected all =
        read(
            "15",
            "1795168803",
            "12629",
            "SADD",
            "cart:42",
            "14", //
            "14",
            "1795168800",
            "30",
            "PING", //
            "13",
            "1795168799",
            "31",
            "GET",
            "user:1");
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans)
        .extracting(SlowlogServersTest::query)
        .containsExactly("SADD cart:42 ?", "PING", "GET user:1");
  }

  @Test
  void aValueThatLooksLikeTheNextEntryIsNone() {
    Collected all =
        read(
            "15",
            "1795168803",
            "9",
            "GET",
            "a",
            "192.0.2.7:58217",
            "worker", //
            "14",
            "1795168800",
            "30",
            "SET",
            "k",
            "13",
            "1795168799",
            "5",
            "192.0.2.7:58217",
            "", //
            "13",
            "1795168799",
            "31",
            "GET",
            "b",
            "192.0.2.7:58217",
            "");
    assertThat(all.spans)
        .extracting(SlowlogServersTest::query)
        .containsExactly("GET a", "SET k ? ? ?", "GET b");
  }

  @Test
  void aTerminalAndJsonMayHaveFourOrSevenToo() {
    Collected terminal =
        read(
            "1) 1) (integer) 15",
            "   2) (integer) 1795168803",
            "   3) (integer) 12629",
            "   4) 1) \"GET\"",
            "      2) \"a\"",
            "   5) \"192.0.2.7:58217\"",
            "   6) \"worker\"",
            "   7) (integer) 2",
            "2) 1) (integer) 14",
            "   2) (integer) 1795168800",
            "   3) (integer) 30",
            "   4) 1) \"PING\"");
    Collected json =
        Collected.of(
            new RedisSlowlogJsonReader(),
            "[[15,1795168803,12629,[\"GET\",\"a\"],\"192.0.2.7:58217\",\"worker\",2],"
                + "[14,1795168800,30,[\"PING\"]]]");
    assertThat(terminal.skipped).isEmpty();
    assertThat(terminal.spans)
        .extracting(SlowlogServersTest::query)
        .containsExactly("GET a", "PING");
    assertThat(json.spans)
        .extracting(Span::spanId)
        .containsExactlyElementsOf(terminal.spans.stream().map(Span::spanId).toList());
  }

  @Test
  void commandsOfModulesAreRecognised() {
    for (String command : new String[] {"JSON.SET", "FT.SEARCH", "CF2-X", "topk.add"}) {
      byte[] text = ("15\n1795168803\n9\n" + command + "\n").getBytes(StandardCharsets.UTF_8);
      assertThat(PLAIN.recognises(text)).isEqualTo(85);
    }
  }

  @Test
  void anEntryOfAnyLengthEndsWhereTheNextBegins() {
    String[] lines = new String[30_009];
    Arrays.fill(lines, "x");
    String[] first = {"15", "1795168803", "9", "SADD", "k"};
    System.arraycopy(first, 0, lines, 0, 5);
    String[] last = {"192.0.2.7:5", "", "14", "1795168800", "30", "PING", "192.0.2.7:5", ""};
    System.arraycopy(last, 0, lines, 30_001, 8);
    Collected all = read(lines);
    assertThat(all.spans).extracting(Span::name).containsExactly("SADD", "PING");
    assertThat(all.spans).extracting(SlowlogServersTest::peer).containsOnly("192.0.2.7");
  }
}
