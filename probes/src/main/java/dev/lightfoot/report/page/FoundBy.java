package dev.lightfoot.report.page;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.words.Numbers;

/// By what a request was found, in a word.
final class FoundBy {
  private FoundBy() {}

  static String words(PageRow row) {
    return row.initiator()
        .map(initiator -> say("page.found." + key(initiator.type(), row)))
        .orElse(Numbers.UNKNOWN);
  }

  private static String key(Initiator.Type by, PageRow row) {
    ResourceType type = row.type().orElse(ResourceType.OTHER);
    return switch (by) {
      case USER, REDIRECT, LINK_HEADER, EARLY_HINTS, SCRIPT -> by.label();
      case CSS ->
          switch (type) {
            case STYLESHEET -> "import";
            case FONT -> "font-face";
            default -> "css";
          };
      case PARSER, PRELOAD_SCANNER ->
          switch (type) {
            case DOCUMENT -> "iframe";
            case STYLESHEET -> "link";
            case SCRIPT -> "script-tag";
            case IMAGE -> "img";
            default -> "markup";
          };
    };
  }
}
