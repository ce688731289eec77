package dev.lightfoot.probe.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.model.page.Viewport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is found does not depend on how the bytes arrive, and hostile bytes harm nothing.
final class FeedingTest {
  private static final Path DOCUMENTATION = Path.of("/usr/share/doc");
  private static final int FILES = 60;
  private static final int LARGEST = 40_000;

  /// Pieces that lead into every state of the tokenizer.
  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "/",
          "!",
          "-",
          "--",
          "<!--",
          "-->",
          "--!>",
          "<![CDATA[",
          "]]>",
          "<!doctype html>",
          "<img src=a>",
          "<img src='b",
          "\"",
          "'",
          "=",
          " ",
          "\n",
          "\r",
          "\r\n",
          "&amp;",
          "&#x41;",
          "&",
          "<script>",
          "</script>",
          "<script src=c>",
          "<!--<script>",
          "<style>",
          "</style>",
          "@import 'd';",
          "a{background:url(e)}",
          "{",
          "}",
          ";",
          "<svg>",
          "</svg>",
          "<title>",
          "</title>",
          "<template>",
          "<template shadowrootmode=open>",
          "</template>",
          "<noscript>",
          "</noscript>",
          "<picture>",
          "<source srcset=f>",
          "</picture>",
          "<base href=/g/>",
          "<meta charset=utf-8>",
          "<meta http-equiv=content-security-policy>",
          "<meta name=viewport content=width=300>",
          "<body>",
          "</body>",
          "<plaintext>",
          "<iframe src=h>",
          "<textarea>",
          "</textarea>",
          "\u0000",
          "\u00e9",
          "\ud83d\ude00",
          "srcset='i 1x, j 2x' ",
          "<link rel=stylesheet href=k>",
          "media=print ",
          "<foreignObject>",
          "<math>",
          "<p>",
          "javascript:",
          "data:",
          "<a b=c d='e'f=g/h>");

  private static List<String> lines(byte[] bytes, int step) {
    return Findings.of(bytes, Viewport.PHONE, Optional.empty(), step).stream()
        .map(Findings::line)
        .toList();
  }

  private static String random(Random random) {
    StringBuilder html = new StringBuilder();
    int pieces = 1 + random.nextInt(60);
    for (int i = 0; i < pieces; i++) {
      html.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return html.toString();
  }

  @Test
  void documentsOfRandomPiecesAreFoundTheSameByteByByte() {
    Random random = new Random(13);
    for (int i = 0; i < 1_000; i++) {
      String html = random(random);
      byte[] bytes = html.getBytes(UTF_8);
      List<String> whole = lines(bytes, Integer.MAX_VALUE);
      assertThat(lines(bytes, 1)).as(html).isEqualTo(whole);
      assertThat(lines(bytes, 1 + random.nextInt(20))).as(html).isEqualTo(whole);
    }
  }

  @Test
  void bytesChangedAtRandomHarmNothing() {
    Random random = new Random(7);
    byte[] page = String.join(" x ", PIECES).repeat(3).getBytes(UTF_8);
    for (int i = 0; i < 300; i++) {
      byte[] changed = page.clone();
      for (int n = random.nextInt(30); n >= 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      assertThat(lines(changed, 1 + random.nextInt(99)))
          .isEqualTo(lines(changed, Integer.MAX_VALUE));
    }
  }

  private static List<Path> documentation() throws IOException {
    assumeTrue(Files.isDirectory(DOCUMENTATION), DOCUMENTATION + " is not on this machine");
    try (Stream<Path> files = Files.walk(DOCUMENTATION)) {
      List<Path> pages =
          files
              .filter(path -> path.toString().endsWith(".html") && Files.isRegularFile(path))
              .filter(path -> path.toFile().length() < LARGEST && Files.isReadable(path))
              .sorted()
              .toList();
      assumeTrue(!pages.isEmpty(), "no page in " + DOCUMENTATION);
      return pages.stream().limit(FILES).toList();
    }
  }

  @Test
  void realDocumentsAreFoundTheSameByteByByte() throws IOException {
    for (Path page : documentation()) {
      byte[] bytes = Files.readAllBytes(page);
      assertThat(lines(bytes, 1)).as(page.toString()).isEqualTo(lines(bytes, Integer.MAX_VALUE));
    }
  }

  /// The tree that jsoup makes has the same elements, though it is made in another way.
  @Test
  void realDocumentsNameWhatTheirTreeNames() throws IOException {
    for (Path page : documentation()) {
      byte[] bytes = Files.readAllBytes(page);
      Document tree = Jsoup.parse(new String(bytes, ISO_8859_1), Findings.URL.toString());
      List<String> named = new ArrayList<>();
      for (Element element : tree.select("script[src], link[rel=stylesheet][href], img[src]")) {
        String attribute = element.nameIs("link") ? "href" : "src";
        String url = element.absUrl(attribute);
        if (element.closest("noscript, template") == null && url.startsWith("http")) {
          named.add(url.replaceFirst("#.*", ""));
        }
      }
      List<String> found =
          Findings.of(bytes, Viewport.DESKTOP, Optional.of("latin1"), Integer.MAX_VALUE).stream()
              .filter(one -> one instanceof Found.Wanted)
              .map(one -> ((Found.Wanted) one).url().toString())
              .toList();
      assertThat(found).as(page.toString()).containsAll(named);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a ",
        "<a b='",
        "<div>",
        "<svg>",
        "<template>",
        "<picture>",
        "<script><!--",
        "<!--",
        "&amp;",
        "<style>@import '",
        "<img srcset='a 1x,",
        "<p a=b>",
        "</p>",
        "x",
        "\u0000",
        "<![CDATA[",
        "<base>",
        "<svg><title>",
        "<p a='&lt&x;'>",
        "<link rel=stylesheet href=a>",
        "<style>a{}</style>",
        "<script>fetch(</script>"
      })
  void fiveMegabytesTakeTheirTimeOnly(String piece) {
    byte[] bytes = piece.repeat(5_000_000 / piece.length()).getBytes(UTF_8);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          List<Found> found = Findings.of(bytes, Viewport.DESKTOP, Optional.empty(), 1_400);
          assertThat(found).hasSizeLessThan(DocumentReader.MAX_FOUND + 10);
        });
  }

  @Test
  void anAttributeIsReadToALimit() {
    String endless = "x".repeat(TagBuilder.MAX_VALUE + 10);
    assertThat(Findings.urls("<img alt='" + endless + "' src=a>")).isEqualTo("s:a");
    assertThat(Findings.lines("<img src='" + endless + "'>").get(1)).contains("TOO_LONG");
    assertThat(Findings.lines("<img src='data:" + endless + "'>").get(1)).contains("DATA");
    assertThat(Findings.urls("<img " + "a".repeat(TagBuilder.MAX_NAME + 9) + "=b src=a>"))
        .isEqualTo("s:a");
  }

  @Test
  void referencesWithoutEndTakeTheirTimeOnly() {
    String value = "&".repeat(TagBuilder.MAX_VALUE / 2) + "&lt".repeat(TagBuilder.MAX_VALUE / 6);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> assertThat(Findings.urls("<img alt='" + value + "' src=a>")).isEqualTo("s:a"));
  }

  @Test
  void attributesOfATagAreReadToALimit() {
    StringBuilder many = new StringBuilder("<img ");
    for (int i = 0; i < TagBuilder.MAX_ATTRIBUTES; i++) {
      many.append('a').append(i).append("=b ");
    }
    assertThat(Findings.urls(many + "src=a>")).isEmpty();
    assertThat(Findings.urls("<img src=a " + many.substring(5) + ">")).isEqualTo("s:a");
  }

  @Test
  void aTextIsKeptToALimit() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("<script>".getBytes(UTF_8));
    bytes.writeBytes(" ".repeat(RawText.MAX_TEXT + 10).getBytes(UTF_8));
    bytes.writeBytes("</script><img src=a>".getBytes(UTF_8));
    List<Found> found =
        Findings.of(bytes.toByteArray(), Viewport.DESKTOP, Optional.empty(), 100_000);
    assertThat(found.stream().map(Findings::line).toList())
        .contains("1 preload-scanner a image none");
  }
}
