package dev.lightfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Samples;
import org.junit.jupiter.api.Test;

final class ExportsTest {

  @Test
  void curlAsksForOneRequestOfAPage() {
    assertThat(CurlCommand.of(PageSamples.run(0).exchanges().get(1)))
        .isEqualTo("curl --globoff --compressed --http2 'https://www.shop.test/assets/a.css'");
  }

  @Test
  void curlAsksTheSame() {
    assertThat(CurlCommand.of(Samples.snapshot(Samples.TARGET, Samples.cold(0))))
        .isEqualTo(
            "curl --globoff --compressed --http2 --header 'cookie: session=s3cr3t'"
                + " 'https://www.shop.test/nplus1/?n=50'");
  }

  @Test
  void curlQuotesForTheShell() {
    assertThat(CurlCommand.of(Samples.snapshot("https://x.test/'$(id)")))
        .isEqualTo("curl --globoff 'https://x.test/'\\''$(id)'");
  }
}
