package dev.lightfoot.report.whatif;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of predictions, from the resource bundle beside this class.
final class WhatIfWords {
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle(WhatIfWords.class.getPackageName() + ".whatif", Locale.ENGLISH);

  private WhatIfWords() {}

  static boolean has(String key) {
    return WORDS.containsKey(key);
  }

  static String say(String key, Object... arguments) {
    return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(arguments);
  }

  static String count(String key, long number, Object... more) {
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = Long.toString(number);
    System.arraycopy(more, 0, arguments, 1, more.length);
    return say(key + (number == 1 ? ".one" : ".many"), arguments);
  }
}
