package dev.lightfoot.codec.rails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.model.span.SpanTime.Known;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RailsReaderTest {
  private static final LogReader READER = new RailsReader();
  private static final long MILLI = 1_000_000;
  private static final long START = 1_795_447_684_000L * MILLI;

  /// As Rails 7 writes it in development, colours included.
  private static final String LOG =
      """
      Started GET "/users/1?token=a" for 127.0.0.1 at 2026-11-23 15:28:04 +0000
      Processing by UsersController#show as HTML
        Parameters: {"token"=>"a", "id"=>"1"}
        \u001b[1m\u001b[36mUser Load (0.2ms)\u001b[0m  \u001b[1m\u001b[34mSELECT "users".* FROM "users" WHERE "users"."id" = $1 LIMIT $2\u001b[0m  [["id", 1], ["LIMIT", 1]]
        \u21b3 app/controllers/users_controller.rb:10:in `show'
        CACHE User Load (0.0ms)  SELECT "users".* FROM "users" WHERE "users"."id" = $1  [["id", 1]]
        Rendered users/show.html.erb within layouts/application (Duration: 1.2ms | Allocations: 100)
      Completed 200 OK in 41ms (Views: 20.1ms | ActiveRecord: 12.3ms | Allocations: 3000)


      Started POST "/fail" for 127.0.0.1 at 2026-11-23 15:28:05 +0000
      Processing by UsersController#fail as HTML
      Completed 500 Internal Server Error in 7ms (ActiveRecord: 2.0ms | Allocations: 3000)
      """;

  @Test
  void aRequestHoldsItsQueriesAndItsRendering() throws IOException {
    Collected all = Collected.of(READER, LOG);
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans.stream().map(Span::name))
        .containsExactly(
            "SELECT users", "SELECT users", "GET /users/1", "Views", "POST /fail", "ActiveRecord");
    Span query = all.spans.getFirst();
    Span request = all.spans.get(2);
    assertThat(query.time()).isEqualTo(SpanTime.lasting(200_000, 100_000));
    assertThat(query.parentSpanId()).contains(request.spanId());
    assertThat(query.attributes().get(AttributeNames.DB_QUERY))
        .contains("SELECT \"users\".* FROM \"users\" WHERE \"users\".\"id\" = $1 LIMIT $2");
    assertThat(all.spans.get(1).attributes().get("lightfoot.cached")).contains("true");
    assertThat(request.time()).isEqualTo(SpanTime.of(START, 41 * MILLI, 1000 * MILLI));
    assertThat(request.attributes().get(AttributeNames.CODE_FUNCTION))
        .contains("UsersController#show");
    assertThat(all.spans.get(3).layer()).isEqualTo(Layer.TEMPLATE);
    assertThat(all.spans.get(3).time()).isEqualTo(SpanTime.lasting(20_100_000, 100_000));
    assertThat(all.spans.get(4).status().isError()).isTrue();
    assertThat(all.spans.get(5).time()).isEqualTo(SpanTime.lasting(2 * MILLI, 100_000));
  }

  @Test
  void theLoggersStampPlacesEveryLineAndTagsTellRequestsApart() throws IOException {
    String head = "I, [2026-11-23T15:28:04.500000 #12]  INFO -- : ";
    Collected all =
        Collected.of(
            READER,
            (head + "[a] Started GET \"/a\" for 1.2.3.4 at 2026-11-23 15:28:04 +0000\n")
                + (head + "[b] Started GET \"/b\" for 1.2.3.4 at 2026-11-23 15:28:04 +0000\n")
                + (head + "[a]   User Load (0.5ms)  SELECT 1\n")
                + (head + "[b] Completed 200 OK in 5ms (Views: 1.0ms)\n")
                + (head + "[a] Completed 200 OK in 7ms (Views: 1.0ms)\n"),
            "UTC");
    assertThat(all.spans.stream().map(Span::name))
        .containsExactly("SELECT", "GET /b", "Views", "GET /a", "Views");
    assertThat(all.spans.getFirst().parentSpanId()).contains(all.spans.get(3).spanId());
    assertThat(all.spans.get(3).time())
        .isEqualTo(SpanTime.ending(START + 500 * MILLI, 7 * MILLI, MILLI));
    assertThat(all.spans.get(3).attributes().get(AttributeNames.REQUEST_ID)).contains("a");
  }

  @Test
  void requestsThatCannotBeToldApartAreSaid() throws IOException {
    String started = "Started GET \"/a\" for 1.2.3.4 at 2026-11-23 15:28:04 +0000\n";
    Collected all =
        Collected.of(READER, started + started + "Completed 200 OK in 5ms (Views: 1.0ms)\n");
    assertThat(all.spans.getFirst().time().known()).isEqualTo(Known.INSTANT);
    assertThat(all.warnings.getFirst()).startsWith("1 requests have no end of their own");
    assertThat(Collected.of(READER, "Completed 200 OK in 5ms\n").skipped)
        .containsExactly("line 1: the beginning of the request is not in the file");
  }

  @Test
  void linesOfLogrageAreRequests() throws IOException {
    String text =
        "method=GET path=/users?a=b format=html controller=UsersController action=show status=200"
            + " duration=41.23 view=20.10 db=12.30";
    String json =
        "{\"method\":\"GET\",\"path\":\"/users\",\"controller\":\"U\",\"action\":\"a\",\"status\":503,"
            + "\"duration\":41.23,\"view\":1,\"db\":2,\"@timestamp\":\"2026-11-23T15:28:04.500Z\"}";
    Collected all = Collected.of(READER, text + "\n" + json + "\n");
    assertThat(all.spans.stream().map(Span::name))
        .containsExactly(
            "GET /users", "Views", "ActiveRecord", "GET /users", "Views", "ActiveRecord");
    assertThat(all.spans.getFirst().time()).isEqualTo(SpanTime.lasting(41_230_000, MILLI));
    assertThat(all.spans.get(3).time())
        .isEqualTo(SpanTime.ending(START + 500 * MILLI, 41_230_000, MILLI));
    assertThat(all.spans.get(3).status().isError()).isTrue();
    assertThat(READER.recognises(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(90);
    assertThat(READER.recognises(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(90);
  }

  @Test
  void damagedFilesAreReadToTheEnd() throws IOException {
    assertThat(READER.recognises(LOG.getBytes(StandardCharsets.UTF_8))).isEqualTo(90);
    assertThat(Collected.of(READER, LOG.replace("\n", "\r\n")).spans)
        .isEqualTo(Collected.of(READER, LOG).spans);
    String huge = "  User Load (0.2ms)  SELECT '" + "x".repeat(1 << 20) + "'\n";
    assertThat(Collected.of(READER, huge + LOG).skipped)
        .containsExactly("line 1: The line is longer than 64 KiB.");
    byte[] bytes = LOG.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < bytes.length; length++) {
      Collected cut = Collected.of(READER, Arrays.copyOf(bytes, length), ReadSettings.NONE);
      assertThat(cut.skipped.size()).isLessThanOrEqualTo(1);
    }
    byte[] noise = new byte[300_000];
    new Random(8).nextBytes(noise);
    assertThat(READER.recognises(noise)).isZero();
    assertThat(Collected.of(READER, noise, ReadSettings.NONE).spans).isEmpty();
  }
}
