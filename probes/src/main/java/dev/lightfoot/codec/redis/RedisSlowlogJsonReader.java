package dev.lightfoot.codec.redis;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// SLOWLOG GET as `redis-cli --json` writes it:
/// `[[id,seconds,microseconds,["GET","k"],"client","name"],…]`.
public final class RedisSlowlogJsonReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "redis-slowlog-json",
          "Redis SLOWLOG (JSON)",
          LogFormat.Stamp.END,
          1_000_000_000,
          true,
          Optional.of(SlowlogEntry.ADVICE));
  private static final int CERTAIN = 93;
  private static final int DEPTH = 64;
  private static final int NUMBER = 64;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxNumberLength(NUMBER)
                  .build())
          .build();

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String head = new String(beginning, 0, Math.min(beginning.length, 256), StandardCharsets.UTF_8);
    return head.matches("(?s)\\s*\\[\\s*\\[\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*\\[.*")
        ? CERTAIN
        : 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    RedisSpans spans = new RedisSpans("redis-slowlog");
    int index = 0;
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        into.skipped("/", "it is not an array of entries");
        return;
      }
      while (parser.nextToken() == JsonToken.START_ARRAY && !into.cancelled()) {
        entry(parser).write("/" + index, spans, into);
        index++;
      }
    } catch (JacksonIOException e) {
      throw new IOException("the file cannot be read further", e);
    } catch (JacksonException e) {
      into.skipped("/" + index, "from here on it is not JSON");
    }
  }

  private static SlowlogEntry entry(JsonParser parser) {
    List<String> fields = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          words.add(parser.getString());
          parser.skipChildren();
        }
      } else if (token.isScalarValue()) {
        fields.add(parser.getString());
      } else {
        parser.skipChildren();
      }
    }
    fields.addAll(List.of("", "", "", ""));
    return new SlowlogEntry(fields.get(0), fields.get(1), fields.get(2), words, fields.get(3));
  }
}
