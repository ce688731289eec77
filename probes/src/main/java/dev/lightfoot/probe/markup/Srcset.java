package dev.lightfoot.probe.markup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The images that a `srcset` attribute offers, and the one that is taken (HTML Standard section
/// 4.8.4.2).
final class Srcset {
  /// As many are read of one attribute.
  static final int MAX_CANDIDATES = 1_000;

  private static final Pattern WIDTH = Pattern.compile("\\+?([0-9]{1,9})w");
  private static final Pattern HEIGHT = Pattern.compile("\\+?[0-9]{1,9}h");
  private static final Pattern DENSITY =
      Pattern.compile("([0-9]*\\.?[0-9]{1,12}(?:[eE][+-]?[0-9]{1,3})?)x");

  /// @param width in pixels; 0 where a density is given
  private record Candidate(String url, double density, int width) {}

  private final String text;
  private final List<Candidate> candidates = new ArrayList<>();
  private int at;

  private Srcset(String text) {
    this.text = text;
  }

  /// The first image that is as dense as the screen, else the densest; `src` is one of density 1
  /// where no widths are given.
  ///
  /// @param width of the image on the screen, in CSS pixels
  static Optional<String> choose(
      String srcset, Optional<String> src, double width, double pixelRatio) {
    Srcset set = new Srcset(srcset);
    set.parse();
    List<Candidate> all = new ArrayList<>();
    boolean widths = set.candidates.stream().anyMatch(candidate -> candidate.width > 0);
    for (Candidate each : set.candidates) {
      all.add(each.width > 0 ? new Candidate(each.url, each.width / width, each.width) : each);
    }
    if (!widths) {
      src.filter(url -> !url.isEmpty()).ifPresent(url -> all.add(new Candidate(url, 1, 0)));
    }
    all.sort(Comparator.comparingDouble(Candidate::density)); // stable: of equals the first stays
    Optional<Candidate> enough =
        all.stream().filter(candidate -> candidate.density >= pixelRatio).findFirst();
    return enough.or(() -> densest(all)).map(Candidate::url);
  }

  private static Optional<Candidate> densest(List<Candidate> sorted) {
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    double most = sorted.getLast().density;
    return sorted.stream().filter(candidate -> candidate.density == most).findFirst();
  }

  private void parse() {
    while (candidates.size() < MAX_CANDIDATES) {
      while (at < text.length() && (isSpace() || text.charAt(at) == ',')) {
        at++;
      }
      if (at >= text.length()) {
        return;
      }
      int start = at;
      while (at < text.length() && !isSpace()) {
        at++;
      }
      String url = text.substring(start, at);
      int end = url.length();
      while (end > 0 && url.charAt(end - 1) == ',') {
        end--;
      }
      if (end < url.length()) {
        candidates.add(new Candidate(url.substring(0, end), 1, 0));
      } else {
        add(url, descriptors());
      }
    }
  }

  /// What stands before the next comma outside brackets.
  private List<String> descriptors() {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (depth == 0 && c == ',') {
        break;
      }
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
      if (depth == 0 && isSpace()) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
      at++;
    }
    words.add(word.toString());
    words.removeIf(String::isEmpty);
    return words;
  }

  private void add(String url, List<String> descriptors) {
    int width = 0;
    double density = -1;
    for (String each : descriptors) {
      Matcher w = WIDTH.matcher(each);
      Matcher x = DENSITY.matcher(each);
      if (w.matches() && width == 0 && density < 0) {
        width = Integer.parseInt(w.group(1));
        if (width == 0) {
          return;
        }
      } else if (x.matches() && width == 0 && density < 0) {
        density = Double.parseDouble(x.group(1));
      } else if (!HEIGHT.matcher(each).matches()) {
        return;
      }
    }
    candidates.add(new Candidate(url, density < 0 ? 1 : density, width));
  }

  private boolean isSpace() {
    return Html.isSpace(text.charAt(at));
  }
}
