package dev.lightfoot.probe.page;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.cascade.Placed;
import dev.lightfoot.probe.css.Screen;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.markup.Found;
import dev.lightfoot.probe.markup.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What a document names that is fetched only near the window (`loading=lazy`). It waits until the
/// style sheets are there and it is known where it stands, as in browsers.
final class LazyParts {
  /// An image no farther below the window than that is fetched: Chromium's margin on a fast
  /// connection, in CSS pixels.
  static final int IMAGE_MARGIN = 1_250;

  /// The same for a frame.
  static final int FRAME_MARGIN = 2_500;

  private static final Pattern DESCRIPTOR = Pattern.compile("\\s[\\d.]+[wxh](?=[,\\s]|$)");
  private static final Pattern BETWEEN = Pattern.compile("(?:^,|,?\\s+,?|,$)");

  private final List<Found.Wanted> waiting = new ArrayList<>();

  /// What is to be asked for, and what is not.
  record Decision(List<Found.Wanted> near, List<Found.Wanted> far) {}

  /// Whether that has to wait.
  boolean takes(Found.Wanted wanted) {
    boolean lazy =
        switch (wanted.use()) {
          case Use.Image image -> image.lazy();
          case Use.Poster poster -> poster.lazy();
          case Use.Frame frame -> frame.lazy();
          default -> false;
        };
    if (lazy) {
      waiting.add(wanted);
    }
    return lazy;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// Decides for all that waits. What stands where nothing is known of is near.
  ///
  /// @param placed where the elements are
  /// @param base what their addresses are relative to
  Decision decide(List<Placed> placed, WebUrl base, Screen screen) {
    Map<WebUrl, Double> tops = tops(placed, base);
    Decision decision = new Decision(new ArrayList<>(), new ArrayList<>());
    for (Found.Wanted each : waiting) {
      int margin = each.use() instanceof Use.Frame ? FRAME_MARGIN : IMAGE_MARGIN;
      boolean near = tops.getOrDefault(each.url(), 0.0) <= screen.height() + margin;
      (near ? decision.near() : decision.far()).add(each);
    }
    waiting.clear();
    return decision;
  }

  /// How far down the first element stands that names an address; beyond all windows where none is
  /// shown.
  private static Map<WebUrl, Double> tops(List<Placed> placed, WebUrl base) {
    Map<WebUrl, Double> tops = new HashMap<>();
    for (Placed each : placed) {
      double top = each.shown() ? each.top() : Double.MAX_VALUE;
      for (String name : BETWEEN.split(names(each.element()), -1)) {
        resolved(name, base).ifPresent(url -> tops.merge(url, top, Math::min));
      }
    }
    return tops;
  }

  private static String names(Element element) {
    StringBuilder names = new StringBuilder();
    names.append(element.attr("src")).append(' ').append(element.attr("srcset"));
    names.append(' ').append(element.attr("poster"));
    Element around = element.parent();
    if (around != null && around.nameIs("picture")) {
      around.children().forEach(each -> names.append(' ').append(each.attr("srcset")));
    }
    return DESCRIPTOR.matcher(names).replaceAll(" ").strip();
  }

  private static Optional<WebUrl> resolved(String name, WebUrl base) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(base.resolve(name, Urls::toAscii));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
