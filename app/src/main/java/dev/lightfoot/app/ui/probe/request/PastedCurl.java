package dev.lightfoot.app.ui.probe.request;

import java.util.List;
import java.util.regex.Pattern;

/// A command of curl, as browsers copy one, made into an address and what is sent to it.
///
/// @param url the address, as it stands there
/// @param choice what is sent
/// @param notes what was left out, a sentence each
public record PastedCurl(String url, RequestChoice choice, List<String> notes) {
  /// Longer commands are refused.
  static final int MAX_LENGTH = 1 << 20;

  private static final Pattern COMMAND = Pattern.compile("(?is)\\s*(\\$\\s+)?curl(\\.exe)?\\s.*");

  public PastedCurl {
    notes = List.copyOf(notes);
  }

  /// Whether a text is meant as such a command.
  public static boolean looksLikeOne(String text) {
    return COMMAND.matcher(text).matches();
  }

  /// Reads a command. Nothing is sent.
  ///
  /// @throws IllegalArgumentException where it is not understood whole; the message is a sentence
  ///   for people and repeats no value
  public static PastedCurl parse(String text) {
    return new CurlArguments(text).read();
  }
}
