package dev.lightfoot.codec.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.devtools.LighthouseReader;
import dev.lightfoot.codec.webpagetest.WebPageTestReader;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.page.Party;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whose servers answered what a captured page asked for.
final class HarPartiesTest {
  private static final String TIMINGS = "{\"send\":0,\"wait\":7,\"receive\":0}";
  private static final String DOCUMENT = ",\"_resourceType\":\"document\"";
  private static final String IMAGE = ",\"_resourceType\":\"image\"";

  private static List<Optional<Party>> parties(ReadCapture read) {
    return read.runs().getFirst().exchanges().stream()
        .map(each -> each.resource().party())
        .toList();
  }

  private static ReadCapture page(String document, String... others) throws IOException {
    MadeHar har = MadeHar.by("Firefox").entry(document, "7", TIMINGS, DOCUMENT);
    for (String url : others) {
      har.entry(url, "7", TIMINGS, IMAGE);
    }
    return har.read();
  }

  @Test
  void aHostOfTheSameRegistrableDomainIsOfTheFirstParty() throws IOException {
    ReadCapture read =
        page(
            "https://www.shop.co.uk/",
            "http://static.shop.co.uk/1.png",
            "https://other.co.uk/2.png",
            "https://shop.co.uk.other.test/3.png");
    assertThat(parties(read))
        .containsExactly(
            Optional.of(Party.FIRST),
            Optional.of(Party.FIRST),
            Optional.of(Party.THIRD),
            Optional.of(Party.THIRD));
  }

  @Test
  void underASuffixThatAnyoneMayHaveEachNameIsAPartyOfItsOwn() throws IOException {
    assertThat(parties(page("https://a.github.io/", "https://b.github.io/1.png")))
        .containsExactly(Optional.of(Party.FIRST), Optional.of(Party.THIRD));
  }

  @Test
  void anAddressIsOfItsOwnPartyOnly() throws IOException {
    assertThat(
            parties(page("http://10.0.0.1/", "http://10.0.0.1:81/1.png", "http://10.0.0.2/2.png")))
        .containsExactly(
            Optional.of(Party.FIRST), Optional.of(Party.FIRST), Optional.of(Party.THIRD));
  }

  @Test
  void whereThereIsNoDocumentThereIsNoFirstParty() throws IOException {
    ReadCapture read =
        MadeHar.by("Insomnia")
            .entry("https://api.shop.test/v1", "7", TIMINGS, ",\"_resourceType\":\"fetch\"")
            .read();
    assertThat(parties(read)).containsExactly(Optional.empty());
  }

  @Test
  void aResultOfWebPageTestHasParties() throws IOException {
    byte[] file = Files.readAllBytes(Collected.shared("har/wptapi-multirun.json"));
    List<Exchange> exchanges =
        ReadCapture.of(new WebPageTestReader(), file).runs().getFirst().exchanges();
    assertThat(exchanges).allMatch(each -> each.resource().party().isPresent());
    assertThat(exchanges)
        .filteredOn(each -> each.url().startsWith("https://www.google.com/"))
        .isNotEmpty()
        .allMatch(each -> each.resource().party().equals(Optional.of(Party.FIRST)));
    assertThat(exchanges)
        .filteredOn(each -> each.url().contains("gstatic.com/"))
        .isNotEmpty()
        .allMatch(each -> each.resource().party().equals(Optional.of(Party.THIRD)));
  }

  @Test
  void aResultOfLighthouseHasParties() throws IOException {
    String result =
        """
        {"lighthouseVersion": "12.0.0", "fetchTime": "2026-01-02T03:04:05.000Z", "audits": {"network-requests": {"details": {"items": [
          {"url": "https://www.shop.test/", "resourceType": "Document", "statusCode": 200, "rendererStartTime": 0, "networkRequestTime": 1, "networkEndTime": 9},
          {"url": "https://cdn.shop.test/a.css", "resourceType": "Stylesheet", "statusCode": 200, "rendererStartTime": 2, "networkRequestTime": 3, "networkEndTime": 9},
          {"url": "https://ads.test/a.js", "resourceType": "Script", "statusCode": 200, "rendererStartTime": 2, "networkRequestTime": 3, "networkEndTime": 9}
        ]}}}}
        """;
    ReadCapture read =
        ReadCapture.of(new LighthouseReader(), result.getBytes(StandardCharsets.UTF_8));
    assertThat(parties(read))
        .containsExactly(
            Optional.of(Party.FIRST), Optional.of(Party.FIRST), Optional.of(Party.THIRD));
  }
}
