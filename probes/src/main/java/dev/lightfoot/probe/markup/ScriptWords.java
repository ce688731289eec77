package dev.lightfoot.probe.markup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a script can add requests to a page, by the words in its text. Scripts are not run, so
/// this says what may be missing.
public final class ScriptWords {
  /// Characters of one script that are looked at.
  public static final int MAX_TEXT = 4 * 1024 * 1024;

  private static final Pattern WORDS =
      Pattern.compile(
          "document\\.write(?:ln)?|\\bcreateElement(?:NS)?\\b|\\bfetch\\s*\\(|\\bimport\\s*\\("
              + "|\\bXMLHttpRequest\\b|\\bnew\\s+Image\\b|\\bnew\\s+Audio\\b|\\bsendBeacon\\b"
              + "|\\binnerHTML\\b|\\binsertAdjacentHTML\\b|\\bimportScripts\\b"
              + "|\\bnew\\s+(?:Shared)?Worker\\b|\\bserviceWorker\\b|\\bEventSource\\b"
              + "|\\bWebSocket\\b|\\bFontFace\\b|\\.ajax\\s*\\(|\\.getScript\\s*\\(");

  private ScriptWords() {}

  /// The first such word; empty where there is none.
  public static Optional<String> addsRequests(CharSequence script) {
    Matcher matcher = WORDS.matcher(script);
    matcher.region(0, Math.min(script.length(), MAX_TEXT));
    return matcher.find()
        ? Optional.of(matcher.group().replaceFirst("\\s*\\($", "").replaceAll("\\s+", " "))
        : Optional.empty();
  }
}
