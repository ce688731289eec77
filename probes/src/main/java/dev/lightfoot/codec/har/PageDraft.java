package dev.lightfoot.codec.har;

import dev.lightfoot.codec.capture.CaptureTime;
import dev.lightfoot.codec.json.JsonSource;
import java.util.Optional;

/// A page as it stands in the file: times in milliseconds from its start, not a number where the
/// file does not say.
final class PageDraft {
  String id = "";
  String title = "";
  Optional<CaptureTime> started = Optional.empty();
  double contentLoad = Double.NaN;
  double load = Double.NaN;
  double firstPaint = Double.NaN;
  double largestPaint = Double.NaN;
  double contentLoadElsewhere = Double.NaN;
  boolean cached;
  final OwnPage own = new OwnPage();
  final Kept kept = new Kept();

  /// Reads the object that has been entered, to its end.
  static PageDraft read(JsonSource json) {
    PageDraft page = new PageDraft();
    while (json.member()) {
      page.member(json);
    }
    // WebPageTest: run and view, 1 being the repeat view
    page.cached |= page.id.matches("page_\\d+_1(?:_\\d+)?");
    return page;
  }

  private void member(JsonSource json) {
    switch (json.name()) {
      case "id" -> id = json.text();
      case "title" -> title = json.text();
      case "startedDateTime" -> started = CaptureTime.of(json.text());
      case "pageTimings" -> timings(json);
      case "_cached" -> cached = kept.take(json).equals("1");
      case "_domContentLoadedEventStart" -> contentLoadElsewhere = number(kept.take(json));
      case "_firstContentfulPaint" -> firstPaint = first(firstPaint, number(kept.take(json)));
      case OwnFields.NAME -> own.read(json);
      default -> kept.take(json);
    }
  }

  private void timings(JsonSource json) {
    if (!json.object()) {
      return;
    }
    Kept inner = kept.in("pageTimings");
    while (json.member()) {
      switch (json.name()) {
        case "onContentLoad" -> contentLoad = json.decimalNumber();
        case "onLoad" -> load = json.decimalNumber();
        case "_firstContentfulPaint" -> firstPaint = first(json.decimalNumber(), firstPaint);
        case "_largestContentfulPaint" -> largestPaint = json.decimalNumber();
        default -> inner.take(json);
      }
    }
  }

  private static double first(double one, double other) {
    return one > 0 ? one : other;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
