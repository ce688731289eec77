package dev.lightfoot.codec.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.text.TextCache;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KeptJsonTest {

  @Test
  void aValueIsCopiedAsItIs() {
    assertThat(kept(" { \"a\" : [ 1.50, true , null, \"x\\n\\u00e9\" ], \"b\":{} } ", 100))
        .contains("{\"a\":[1.50,true,null,\"x\\u000a\u00e9\"],\"b\":{}}");
  }

  @Test
  void whatASnapshotCouldNotHoldIsLeftOut() {
    assertThat(kept("{\"a\":1,\"a\":2,\"b\":NaN,\"c\":" + "9".repeat(100) + "}", 300))
        .contains("{\"a\":1,\"b\":null,\"c\":null}");
  }

  @Test
  void deepNestingIsCut() {
    int depth = KeptJson.MAX_DEPTH + 5_000;
    String copy = kept("[".repeat(depth) + "]".repeat(depth), 1_000).orElseThrow();
    assertThat(copy)
        .isEqualTo("[".repeat(KeptJson.MAX_DEPTH) + "null" + "]".repeat(KeptJson.MAX_DEPTH));
  }

  @Test
  void whatIsLongerThanTheLimitIsNotKeptAndPassedOver() {
    JsonSource json = source("[\"" + "x".repeat(200) + "\",7]");
    json.next();
    json.array();
    json.element();
    assertThat(KeptJson.of(json, 100)).isEmpty();
    json.element();
    assertThat(json.number()).isEqualTo(7);
  }

  private static Optional<String> kept(String text, int limit) {
    JsonSource json = source(text);
    json.next();
    return KeptJson.of(json, limit);
  }

  private static JsonSource source(String text) {
    return JsonSource.tolerant(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new TextCache());
  }
}
