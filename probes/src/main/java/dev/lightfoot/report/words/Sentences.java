package dev.lightfoot.report.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of reports, from the resource bundle beside this class. Arguments are texts; numbers
/// come through [Numbers].
public final class Sentences {
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("dev.lightfoot.report.report", Locale.ENGLISH);

  private Sentences() {}

  public static String say(String key, Object... arguments) {
    return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(arguments);
  }

  /// The form of the word that goes with that number, holding the number.
  public static String count(String key, long number) {
    return say(key + (number == 1 ? ".one" : ".many"), Numbers.count(number));
  }

  /// The sentence for one or many; the number is its first argument.
  public static String count(String key, long number, String... more) {
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = Numbers.count(number);
    System.arraycopy(more, 0, arguments, 1, more.length);
    return say(key + (number == 1 ? ".one" : ".many"), arguments);
  }

  public static boolean knows(String key) {
    return WORDS.containsKey(key);
  }
}
