package dev.lightfoot.probe.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.cascade.Matching;
import dev.lightfoot.probe.css.Screen;
import dev.lightfoot.probe.css.StyleSheet;
import dev.lightfoot.probe.markup.DocumentReader;
import dev.lightfoot.probe.markup.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The pages are those that Chromium 156 was shown; what it fetched stands beside them.
final class LazyPartsTest {
  private static final WebUrl URL = WebUrl.of("http://site.test/page.html");

  /// What is left of 1440 by 900 below the bars that also a browser without a window has.
  private static final Screen SCREEN = new Screen(1440, 757, 1, false);

  /// `{3 x}` stands for x x x.
  private static final Pattern REPEATED = Pattern.compile("\\{(\\d+) ([^{}]+)}");

  /// A page, and what Chromium fetched of it.
  private record Shown(String name, Set<String> fetched, String html) {}

  private static List<Shown> pages() throws IOException {
    List<Shown> pages = new ArrayList<>();
    try (InputStream in = LazyPartsTest.class.getResourceAsStream("lazy.txt")) {
      String text =
          new String(Objects.requireNonNull(in, "lazy.txt").readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        String[] parts = line.split(" \\| ", 3);
        Set<String> fetched = new TreeSet<>(List.of(parts[1].split(" ", -1)));
        fetched.remove("-");
        Matcher matcher = REPEATED.matcher(parts[2]);
        String html = matcher.replaceAll(m -> m.group(2).repeat(Integer.parseInt(m.group(1))));
        pages.add(new Shown(parts[0], fetched, "<!doctype html><title>x</title><body>" + html));
      }
    }
    return pages;
  }

  private static Set<String> asked(String html) {
    DocumentReader reader = new DocumentReader(URL, Viewport.DESKTOP, Optional.of("utf-8"));
    List<Found> found = new ArrayList<>(reader.feed(html.getBytes(StandardCharsets.UTF_8)));
    found.addAll(reader.end());
    LazyParts lazy = new LazyParts();
    List<StyleSheet> sheets = new ArrayList<>();
    for (Found each : found) {
      if (each instanceof Found.Wanted wanted) {
        lazy.takes(wanted);
      } else if (each instanceof Found.InlineStyle style) {
        sheets.add(style.sheet());
      }
    }
    LazyParts.Decision decision =
        lazy.decide(
            Matching.placed(reader.document(), URL, sheets, SCREEN).placed(),
            reader.base(),
            SCREEN);
    Set<String> names = new TreeSet<>();
    decision.near().forEach(each -> names.add(each.url().toString().replaceFirst(".*/", "")));
    return names;
  }

  @Test
  void whatChromiumFetchesIsAskedFor() throws IOException {
    for (Shown page : pages()) {
      if (!page.name().startsWith("srcdoc")) { // such a frame is never lazy
        assertThat(asked(page.html())).as(page.name()).containsAll(page.fetched());
      }
    }
  }

  /// Of what is drawn only when it comes near nothing is known, and margins take no room: there
  /// more is asked for.
  @Test
  void littleMoreIsAskedForThanChromiumFetches() throws IOException {
    Map<String, Integer> more = new TreeMap<>();
    for (Shown page : pages()) {
      Set<String> asked = asked(page.html());
      asked.removeAll(page.fetched());
      if (!asked.isEmpty()) {
        more.put(page.name(), asked.size());
      }
    }
    assertThat(more).isEqualTo(Map.of("cvauto", 1, "noheight", 3));
  }
}
