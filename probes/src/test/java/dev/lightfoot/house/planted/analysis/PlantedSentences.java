package dev.lightfoot.house.planted.analysis;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// Makes sentences in the three ways that an analysis must not: the rules have to catch each.
public final class PlantedSentences {
  private PlantedSentences() {}

  public static String fromBundle(ResourceBundle words) {
    return words.getString("planted");
  }

  public static String fromPattern(int count) {
    return MessageFormat.format("{0} entries fit.", count);
  }

  public static String formatted(int count) {
    return "%d entries fit.".formatted(count);
  }
}
