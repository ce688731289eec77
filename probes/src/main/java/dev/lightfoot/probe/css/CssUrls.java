package dev.lightfoot.probe.css;

import dev.lightfoot.probe.css.CssToken.Kind;
import java.util.ArrayList;
import java.util.List;

/// The URLs in the value of a declaration.
final class CssUrls {
  private CssUrls() {}

  /// Those in `url()` and `src()`, in order.
  static List<String> in(List<CssToken> value) {
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      CssToken token = value.get(i);
      if (token.is(Kind.URL)) {
        urls.add(token.text());
      } else if (token.isFunction("url")) {
        int next = i + 1;
        while (next < value.size() && value.get(next).is(Kind.SPACE)) {
          next++;
        }
        if (next < value.size() && value.get(next).is(Kind.STRING)) {
          urls.add(value.get(next).text());
        }
      }
    }
    return urls;
  }

  /// Whether there may be one, also behind a variable.
  static boolean isPossible(List<CssToken> value) {
    for (CssToken token : value) {
      if (token.is(Kind.URL) || token.isFunction("url") || isImageSet(token)) {
        return true;
      }
    }
    return false;
  }

  static boolean isImageSet(CssToken token) {
    return token.isFunction("image-set") || token.isFunction("-webkit-image-set");
  }
}
