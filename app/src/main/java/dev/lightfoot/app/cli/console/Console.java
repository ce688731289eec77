package dev.lightfoot.app.cli.console;

import dev.lightfoot.report.words.Printable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Where the command line reads and writes.
///
/// @param out results only
/// @param err progress, warnings and errors
/// @param in what `--data -` reads
/// @param interactive whether a person watches: only then is there progress
public record Console(PrintStream out, PrintStream err, InputStream in, boolean interactive) {

  /// The program's own streams.
  public static Console system() {
    return new Console(
        stream(FileDescriptor.out, "stdout.encoding"),
        stream(FileDescriptor.err, "stderr.encoding"),
        System.in,
        watched());
  }

  @SuppressWarnings("SystemConsoleNull") // a JVM without jdk.internal.le may still give null
  private static boolean watched() {
    java.io.Console terminal = System.console();
    return terminal != null && terminal.isTerminal();
  }

  /// Writes everything out.
  public void flush() {
    out.flush();
    err.flush();
  }

  /// One line about what is wrong. What strangers wrote in it cannot steer the terminal.
  public void warn(String sentence) {
    tell("lightfoot: " + sentence);
  }

  /// One line about what was done.
  public void tell(String sentence) {
    err.println(Printable.line(sentence));
  }

  private static PrintStream stream(FileDescriptor descriptor, String encodingProperty) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    // A C locale makes Java write question marks for ×; terminals have long read UTF-8.
    Charset charset =
        windows
            ? Charset.forName(System.getProperty(encodingProperty, "UTF-8"))
            : StandardCharsets.UTF_8;
    return new PrintStream(new FileOutputStream(descriptor), true, charset);
  }
}
