package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.peer.Corpus;
import dev.lightfoot.probe.peer.KnownDeviations;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// web-platform-tests' URLs: those without a base through what a person can type, those with one as
/// the target of a redirect, and host names by the rules of UTS 46.
class UrlVectorsTest {
  private static final String REFUSED = "refused";

  @Test
  void urlsAreReadAsTheUrlStandardSays() throws Exception {
    Map<String, String> deviations = new TreeMap<>();
    long start = System.nanoTime();
    int cases = 0;
    for (JsonNode vector : array("urltestdata.json")) {
      if (!vector.isObject()) {
        continue;
      }
      String input = vector.get("input").asString();
      boolean typed = vector.path("base").isNull() || vector.path("base").isMissingNode();
      String base = typed ? "" : vector.get("base").asString();
      String expected = expected(vector);
      if (!typed && !base.startsWith("http")) {
        continue; // no redirect starts there
      }
      cases++;
      String ours = typed ? typed(input) : redirected(base, input);
      if (!ours.equals(expected)) {
        deviations.put(name(input, base), ours + " instead of " + expected);
      }
    }
    Corpus.report("URLs", cases, cases - deviations.size(), deviations.size(), start);
    KnownDeviations.of("/dev/lightfoot/probe/url-deviations.txt").assertExactly(deviations);
  }

  @Test
  void hostNamesBecomeAsciiAsUts46Says() throws Exception {
    Map<String, String> deviations = new TreeMap<>();
    long start = System.nanoTime();
    int cases = 0;
    for (String file : new String[] {"IdnaTestV2.json", "toascii.json"}) {
      for (JsonNode vector : array(file)) {
        if (!vector.isObject()) {
          continue;
        }
        cases++;
        String input = vector.get("input").asString();
        String expected = vector.get("output").isNull() ? REFUSED : vector.get("output").asString();
        String ours = host(input);
        if (!ours.equals(expected)) {
          deviations.put(name(input, ""), ours + " instead of " + expected);
        }
      }
    }
    Corpus.report("host names", cases, cases - deviations.size(), deviations.size(), start);
    KnownDeviations.of("/dev/lightfoot/probe/idna-deviations.txt").assertExactly(deviations);
  }

  private static JsonNode array(String file) {
    Path path = Corpus.folder("wpt-url").resolve("tests/wpt").resolve(file);
    return JsonMapper.shared().readTree(path.toFile());
  }

  /// What is measured: http and https only, without userinfo and fragment.
  private static String expected(JsonNode vector) {
    if (vector.path("failure").asBoolean(false)) {
      return REFUSED;
    }
    String href = vector.get("href").asString();
    if (!href.matches("https?://.*")) {
      return REFUSED;
    }
    String clean = href.replaceFirst("(?s)#.*", "").replaceFirst("^(https?://)[^/@]*@", "$1");
    return clean;
  }

  private static String typed(String input) {
    try {
      WebUrl target = TargetUrl.parse(input).url();
      assertThat(Urls.of(target)).as("sent as read").hasToString(target.toString());
      return target.toString();
    } catch (IllegalArgumentException e) {
      assertThat(String.valueOf(e.getMessage())).as(input).isNotBlank();
      return REFUSED;
    }
  }

  private static String redirected(String base, String input) {
    try {
      WebUrl target =
          WebUrl.parse(base, Urls::toAscii).resolve(input, Urls::toAscii).withoutUserInfo();
      assertThat(Urls.of(target)).as("sent as read").hasToString(target.toString());
      return target.toString();
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }

  private static String host(String input) {
    if (input.isEmpty()) {
      return REFUSED; // in a URL what follows the slashes would be the host
    }
    try {
      return TargetUrl.parse("https://" + input + "/x").url().host();
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }

  /// On one line, in ASCII.
  private static String name(String input, String base) {
    StringBuilder name = new StringBuilder();
    (base.isEmpty() ? input : input + " from " + base)
        .chars()
        .forEach(c -> name.append(c > 0x20 && c < 0x7f ? String.valueOf((char) c) : escaped(c)));
    return name.toString();
  }

  private static String escaped(int c) {
    return c == ' ' ? " " : String.format("\\u%04x", c);
  }
}
