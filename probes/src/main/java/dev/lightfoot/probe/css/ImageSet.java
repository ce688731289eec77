package dev.lightfoot.probe.css;

import dev.lightfoot.probe.css.CssToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Chooses of an `image-set()` (CSS Images Level 4, section 2.4): the first image that is as dense
/// as the screen, else the densest.
final class ImageSet {
  private ImageSet() {}

  static Optional<String> choose(List<CssToken> inside, double pixelRatio) {
    Optional<String> best = Optional.empty();
    double density = 0;
    for (List<CssToken> option : Sizes.parts(inside)) {
      Optional<String> url = url(option);
      double own = density(option);
      boolean enough = own >= pixelRatio;
      boolean better =
          best.isEmpty()
              || (enough
                  ? density < pixelRatio || own < density
                  : own > density && density < pixelRatio);
      if (url.isPresent() && better) {
        best = url;
        density = own;
      }
    }
    return best;
  }

  private static Optional<String> url(List<CssToken> option) {
    for (CssToken token : option) {
      if (token.is(Kind.STRING)) {
        return Optional.of(token.text());
      }
      if (token.is(Kind.URL) || token.is(Kind.FUNCTION)) {
        break;
      }
    }
    return CssUrls.in(option).stream().findFirst();
  }

  private static double density(List<CssToken> option) {
    for (CssToken token : option) {
      if (token.is(Kind.DIMENSION)) {
        return switch (token.text().toLowerCase(Locale.ROOT)) {
          case "dpi" -> token.number() / 96;
          case "dpcm" -> token.number() * 2.54 / 96;
          default -> token.number();
        };
      }
    }
    return 1;
  }
}
