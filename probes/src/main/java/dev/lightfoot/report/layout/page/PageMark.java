package dev.lightfoot.report.layout.page;

import dev.lightfoot.model.page.PageMarks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// An instant of the page as a whole.
///
/// @param atNanos from the start of the run
public record PageMark(Kind kind, long atNanos) {

  /// What happened then.
  public enum Kind {
    FIRST_CONTENTFUL_PAINT,
    LARGEST_CONTENTFUL_PAINT,
    DOM_CONTENT_LOADED,
    LOAD;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// A word for resource bundles.
    public String label() {
      return label;
    }
  }

  /// Those that are known, in the order of time.
  static List<PageMark> of(PageMarks marks) {
    List<PageMark> known = new ArrayList<>();
    add(known, Kind.FIRST_CONTENTFUL_PAINT, marks.firstContentfulPaintNanos());
    add(known, Kind.LARGEST_CONTENTFUL_PAINT, marks.largestContentfulPaintNanos());
    add(known, Kind.DOM_CONTENT_LOADED, marks.domContentLoadedNanos());
    add(known, Kind.LOAD, marks.loadNanos());
    known.sort(Comparator.comparingLong(PageMark::atNanos));
    return known;
  }

  private static void add(List<PageMark> known, Kind kind, OptionalLong at) {
    at.ifPresent(nanos -> known.add(new PageMark(kind, nanos)));
  }
}
