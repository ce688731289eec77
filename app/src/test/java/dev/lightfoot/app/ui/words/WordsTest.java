package dev.lightfoot.app.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.report.words.PeerNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Pattern KEY =
      Pattern.compile("Words\\s*\\.(text|count)\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");

  @Test
  void everyTextThatTheWindowAsksForIsInTheBundle() throws IOException {
    List<String> missing = new ArrayList<>();
    int asked = 0;
    for (Path file : sources()) {
      Matcher matcher = KEY.matcher(Files.readString(file));
      while (matcher.find()) {
        asked++;
        String key = matcher.group(2);
        boolean there =
            matcher.group(1).equals("text")
                ? Words.has(key)
                : Words.has(key + ".one") && Words.has(key + ".many");
        if (!there) {
          missing.add(file.getFileName() + ": " + key);
        }
      }
    }
    assertThat(asked).isGreaterThan(100);
    assertThat(missing).isEmpty();
  }

  @Test
  void noColourIsANumberInJava() throws IOException {
    Pattern hex = Pattern.compile("\"#[0-9A-Fa-f]{3,8}\"");
    assertThat(sources()).noneMatch(file -> hex.matcher(read(file)).find());
  }

  @Test
  void whatNobodyUnderstoodIsSaidPlainly() {
    assertThat(Words.text("receiver.settings")).isEqualTo("Set these in your program");
    assertThat(PeerNames.of(Peer.Known.UNRECORDED)).isEqualTo("not recorded");
  }

  @Test
  void oneAndManyAreTold() {
    assertThat(Words.count("chart.trips", 1)).isEqualTo("1 round trip");
    assertThat(Words.count("chart.trips", 3)).isEqualTo("3 round trips");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Path> sources() throws IOException {
    Path ui =
        Path.of(System.getProperty("lightfoot.root"), "app/src/main/java/dev/lightfoot/app/ui");
    try (var files = Files.walk(ui)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
