package dev.lightfoot.codec.accesslog;

import static dev.lightfoot.codec.accesslog.FieldNames.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The list of formats as a whole: each has a file here that is recognised as its own.
final class AccessLogFormatsTest {
  private static final String COMBINED =
      "10.0.0.9 - - [23/Nov/2026:15:29:43 +0000] \"GET /a HTTP/1.1\" 200 5 \"-\" \"ua\"";

  private static final Map<String, List<String>> FILES =
      Map.ofEntries(
          Map.entry(
              "alb",
              List.of(
                  "https 2026-08-10T23:39:43.065466Z app/lb/50dc 10.0.0.9:2817 10.0.0.1:80 0.086"
                      + " 0.048 0.037 200 200 0 57 \"GET https://shop.test:443/a HTTP/1.1\" \"ua\""
                      + " - -")),
          Map.entry("apache", List.of(COMBINED + " 25301")),
          Map.entry(
              "caddy",
              List.of(
                  "{\"ts\":1761019828.61539,\"logger\":\"http.log.access\","
                      + "\"request\":{\"remote_ip\":\"10.0.0.9\",\"method\":\"GET\",\"uri\":\"/a\"},"
                      + "\"duration\":0.001,\"status\":200}")),
          Map.entry(
              "cloudfront",
              List.of(
                  "#Fields: date time x-edge-location c-ip cs-method cs-uri-stem sc-status",
                  "2026-12-04\t21:02:31\tLAX50-P1\t10.0.0.9\tGET\t/a\t200")),
          Map.entry(
              "envoy",
              List.of(
                  "[2016-04-15T20:17:00.310Z] \"GET /a HTTP/2\" 204 - 154 0 226 100 \"10.0.0.9\""
                      + " \"ua\" \"cc21d9b0\" \"locations\" \"tcp://10.0.2.1:80\"")),
          Map.entry("gunicorn", List.of(COMBINED + " 118497 pid=<25502>")),
          Map.entry(
              "haproxy",
              List.of(
                  "haproxy[7]: 10.0.0.9:533 [25/Feb/2019:16:19:48.143] in~ bk/web1 5/20/7/57/100"
                      + " 200 5 - - ---- 2/1/0/0/0 0/0 \"GET /a HTTP/1.1\"")),
          Map.entry(
              "iis",
              List.of(
                  "#Fields: date time cs-method cs-uri-stem c-ip sc-status time-taken",
                  "2026-08-15 17:00:00 GET /a 10.0.0.9 200 109")),
          Map.entry("nginx", List.of(COMBINED + " 0.020 0.021")),
          Map.entry(
              "traefik", List.of(COMBINED + " 17 \"web@docker\" \"http://10.0.0.1:80\" 12ms")),
          Map.entry(
              "uwsgi",
              List.of(
                  "[pid: 8|app: 0|req: 1/1] 10.0.0.9 () {38 vars in 696 bytes}"
                      + " [Sun Oct 25 02:30:00 2026] GET /a => generated 47 bytes in 129 msecs"
                      + " (HTTP/1.1 200) 9 headers in 378 bytes")));

  @Test
  void everyFormatOfTheListIsRecognisedAndReadByItsOwnReader() throws IOException {
    assertThat(AccessLogReader.all())
        .extracting(reader -> reader.format().name())
        .containsExactlyElementsOf(FILES.keySet().stream().sorted().toList());
    for (Map.Entry<String, List<String>> file : FILES.entrySet()) {
      String[] lines = file.getValue().toArray(String[]::new);
      LogReader found = Lines.reader(Lines.bytes(lines)).orElseThrow();
      assertThat(found.format().name()).isEqualTo(file.getKey());
      Collected read = Lines.readIn("UTC", found, lines);
      Span span = Lines.only(read);
      assertThat(span.name()).isEqualTo("GET /a");
      assertThat(span.attributes().get(AttributeNames.CLIENT_ADDRESS)).contains("10.0.0.9");
    }
  }

  @Test
  void readerOfAnUnknownNameIsRefused() {
    assertThatThrownBy(() -> AccessLogReader.of("none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no access log format none.");
  }

  @Test
  void nameStandsForOneFact() {
    assertThatThrownBy(() -> FieldNames.of(named(Fact.STATUS, "s"), named(Fact.SECONDS, "s")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("s stands for two facts.");
  }

  @Test
  void nameIsFoundInAnyCaseAndExactlyFirst() {
    FieldNames names = FieldNames.of(named(Fact.HOST, "h"), named(Fact.PROTOCOL, "H"));
    assertThat(List.of(names.fact("h"), names.fact("H")))
        .containsExactly(Optional.of(Fact.HOST), Optional.of(Fact.PROTOCOL));
    assertThat(UsualNames.FIELDS.fact("Remote_Addr")).contains(Fact.CLIENT);
  }
}
