package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.url.UrlFault;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.http.Urls;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever a Location holds, it is a URL or a [UrlFault]; what was read is read the same again,
/// and the HTTP library, where it can ask for the host, changes no character of it.
class UrlFuzzTest {
  private static final String[] PIECES = {
    "http:",
    "https:",
    "ftp:",
    "//",
    "/",
    "\\",
    "@",
    ":",
    "?",
    "#",
    "[",
    "]",
    "%",
    "%2e",
    "%zz",
    ".",
    "..",
    "::",
    "0x",
    "256",
    "1",
    "07",
    "a",
    "xn--",
    "ü",
    "\uD800",
    "\uD83D\uDE00",
    " ",
    "\t",
    "\n",
    "\u0000",
    "\u007f",
    "|",
    "^",
    "`",
    "{",
    "}",
    "\"",
    "'",
    "<",
    "ß",
    "。",
    "_",
    "-",
    "99999999999",
    "shop.test",
    "localhost",
    "127.0.0.1",
    "[::1]",
    ":80",
    ":443",
    ":65536"
  };

  /// Seconds to go on for; the suite makes a fixed number of cases instead.
  private static final int SECONDS = Integer.getInteger("lightfoot.fuzz.seconds", 0);

  private static final int CASES = 20_000;

  @Test
  void everyTextIsAUrlOrAFault() {
    Random random = new Random(12);
    WebUrl base = WebUrl.of("https://shop.test:8443/a/b?c");
    long until = System.nanoTime() + SECONDS * 1_000_000_000L;
    int made = 0;
    int read = 0;
    while (made < CASES || System.nanoTime() < until) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "http://" : "");
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      made++;
      read += isStable(base, text.toString()) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(made / 10);
    System.out.println("URLs: " + made + " texts, " + read + " read");
  }

  private static boolean isStable(WebUrl base, String text) {
    WebUrl url;
    try {
      url = base.resolve(text, Urls::toAscii).withoutUserInfo();
    } catch (UrlFault e) {
      assertThat(Urls.why(e)).as(text).isNotBlank();
      return false;
    }
    assertThat(url.toString().chars()).as(text).allMatch(c -> c > 0x20 && c < 0x7f);
    assertThat(WebUrl.parse(url.toString(), Urls::toAscii)).as(text).isEqualTo(url);
    try {
      assertThat(Urls.of(url)).as(text).hasToString(url.toString());
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).as(text).isNotBlank(); // a host that DNS cannot hold
    }
    return true;
  }
}
