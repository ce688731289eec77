package dev.lightfoot.app.ui.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The window's sentences, from the resource bundle.
///
/// Numbers are put in as text that is formatted already: the bundle says where they stand, never
/// how they look.
public final class Words {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("assets.i18n.lightfoot");

  private Words() {}

  /// The text of that key with its arguments put in.
  ///
  /// @throws java.util.MissingResourceException where the bundle does not have it
  public static String text(String key, Object... arguments) {
    String pattern = BUNDLE.getString(key);
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }

  /// Whether the bundle has that key.
  public static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }

  /// The text for one or for several: `key.one` or `key.many`, the count as first argument.
  public static String count(String key, long count) {
    return text(key + (count == 1 ? ".one" : ".many"), Long.toString(count));
  }
}
