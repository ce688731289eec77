package dev.lightfoot.report.words;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.page.PageSource;
import dev.lightfoot.model.page.Repair;

/// Where an imported page comes from and what was wrong with its file, as sentences.
public final class CaptureText {
  private CaptureText() {}

  /// Such as "HAR file, written by Firebug 1.12, page loaded by Firefox 26.0".
  public static String of(PageSource source) {
    StringBuilder text = new StringBuilder(format(source.format()));
    source.writer().ifPresent(writer -> text.append(say("capture.writer", writer)));
    source.browser().ifPresent(browser -> text.append(say("capture.browser", browser)));
    return text.toString();
  }

  /// A format for people, such as `HAR file`.
  public static String format(String name) {
    String key = "capture.format." + name;
    return Sentences.knows(key) ? say(key) : name;
  }

  /// What was wrong, in how many requests, and what is shown now.
  public static String of(Repair repair) {
    String key = "repair." + repair.kind();
    String doubtful = key + ".doubtful";
    String entries = Sentences.count("repair.entries", repair.count());
    if (!repair.mended() && Sentences.knows(doubtful)) {
      return say(doubtful, entries);
    }
    return Sentences.knows(key)
        ? say(key, entries)
        : say(repair.mended() ? "repair.other" : "repair.other.doubtful", entries, repair.kind());
  }
}
