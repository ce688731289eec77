package dev.lightfoot.app.ui.probe.request;

import dev.lightfoot.app.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Splits a command line into its words, as a POSIX shell or as Windows' cmd would.
final class ShellWords {
  private static final Pattern OF_CMD = Pattern.compile("\\^[\"\\r\\n]");
  private static final String REPLACED = "_({*@#?!-";

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;
  private int at;

  private ShellWords(String text) {
    this.text = text;
  }

  /// The words of a command; which shell it was written for is seen from its quotes and line ends.
  ///
  /// @throws IllegalArgumentException where a quote is not closed, or a shell would put in what is
  ///   not known here; the message is a sentence for people
  static List<String> split(String command) {
    return OF_CMD.matcher(command).find() ? ofCmd(command) : new ShellWords(command).posix();
  }

  private List<String> posix() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '\'' -> single();
        case '"' -> dual();
        case '\\' -> escaped();
        case ' ', '\t', '\r', '\n' -> end();
        default -> {
          if (c == '$' && at < text.length() && text.charAt(at) == '\'') {
            at++;
            ansi();
          } else {
            checkReplaced(c);
            add(c);
          }
        }
      }
    }
    end();
    return words;
  }

  private void add(char c) {
    begun = true;
    word.append(c);
  }

  private void end() {
    if (begun) {
      words.add(word.toString());
      word.setLength(0);
      begun = false;
    }
  }

  private char next() {
    if (at >= text.length()) {
      throw new IllegalArgumentException(Words.text("curl.quote"));
    }
    return text.charAt(at++);
  }

  private void single() {
    begun = true;
    for (char c = next(); c != '\''; c = next()) {
      word.append(c);
    }
  }

  private void dual() {
    begun = true;
    for (char c = next(); c != '"'; c = next()) {
      if (c != '\\') {
        checkReplaced(c);
        word.append(c);
        continue;
      }
      char escaped = next();
      if (escaped != '\n') {
        word.append("$`\"\\".indexOf(escaped) < 0 ? "\\" : "").append(escaped);
      }
    }
  }

  private void escaped() {
    if (at >= text.length()) {
      return;
    }
    char c = text.charAt(at++);
    if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
      at++;
    } else if (c != '\n') {
      add(c);
    }
  }

  /// `$'…'`, as browsers quote what holds quotes or line ends.
  private void ansi() {
    begun = true;
    for (char c = next(); c != '\''; c = next()) {
      if (c != '\\') {
        word.append(c);
        continue;
      }
      char code = next();
      switch (code) {
        case 'n' -> word.append('\n');
        case 'r' -> word.append('\r');
        case 't' -> word.append('\t');
        case 'x' -> hexadecimal(2);
        case 'u' -> hexadecimal(4);
        default -> word.append(code);
      }
    }
  }

  private void hexadecimal(int most) {
    int end = at;
    while (end < text.length() && end < at + most && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    if (end == at) {
      throw new IllegalArgumentException(Words.text("curl.quote"));
    }
    word.append((char) Integer.parseInt(text.substring(at, end), 16));
    at = end;
  }

  /// What a shell would put in is not known here, and leaving it as it is would send something
  /// else.
  private void checkReplaced(char c) {
    boolean follows =
        at < text.length()
            && (Character.isLetterOrDigit(text.charAt(at))
                || REPLACED.indexOf(text.charAt(at)) >= 0);
    if (c == '`' || (c == '$' && follows)) {
      throw new IllegalArgumentException(Words.text("curl.variable"));
    }
  }

  /// First cmd takes away its carets, then the program splits what is left at quotes.
  private static List<String> ofCmd(String command) {
    StringBuilder plain = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c == '^' && !quoted && i + 1 < command.length()) {
        i = afterCaret(command, i + 1, plain);
      } else {
        quoted ^= c == '"';
        plain.append(c);
      }
    }
    return new ShellWords(plain.toString()).ofProgram();
  }

  /// A caret at the end of a line takes that end away, and the next character as it is.
  private static int afterCaret(String command, int at, StringBuilder plain) {
    int next = at;
    if (command.startsWith("\r\n", next)) {
      next += 2;
    } else if (command.charAt(next) == '\n') {
      next++;
    }
    if (next < command.length()) {
      plain.append(command.charAt(next));
    }
    return next;
  }

  private List<String> ofProgram() {
    boolean quoted = false;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\') {
        backslashes();
      } else if (c == '"') {
        begun = true;
        quoted = !quoted;
      } else if (!quoted && Character.isWhitespace(c)) {
        end();
      } else {
        add(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException(Words.text("curl.quote"));
    }
    end();
    return words;
  }

  /// Backslashes before a quote are halved, and an odd one makes it a plain character.
  private void backslashes() {
    int count = 1;
    while (at < text.length() && text.charAt(at) == '\\') {
      count++;
      at++;
    }
    boolean quote = at < text.length() && text.charAt(at) == '"';
    begun = true;
    word.repeat('\\', quote ? count / 2 : count);
    if (quote && count % 2 == 1) {
      word.append('"');
      at++;
    }
  }
}
