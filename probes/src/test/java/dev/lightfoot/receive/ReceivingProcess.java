package dev.lightfoot.receive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A [ReceivingChild] in a Java virtual machine of its own, with as much heap as it is given.
final class ReceivingProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final PrintWriter in;
  private final int[] ports;

  private ReceivingProcess(Process process) throws IOException {
    this.process = process;
    out = process.inputReader();
    in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    ports = Arrays.stream(line().split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  /// @param heap after `-Xmx`
  /// @param spans to keep at most
  /// @param bytes of the journal to keep at most
  /// @param options more of them for its virtual machine
  static ReceivingProcess start(String heap, Path folder, long spans, long bytes, String... options)
      throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            classPath,
            ReceivingChild.class.getName(),
            folder.toString(),
            Long.toString(spans),
            Long.toString(bytes)));
    return new ReceivingProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  private String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the receiver ended");
    }
    return line;
  }

  int otlpPort() {
    return ports[0];
  }

  int zipkinPort() {
    return ports[1];
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Asks for numbers.
  long[] ask(String question) throws IOException {
    in.println(question);
    return Arrays.stream(line().split(" ")).mapToLong(Long::parseLong).toArray();
  }

  /// Asks for lines, up to one that is a point.
  List<String> askForLines(String question) throws IOException {
    in.println(question);
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.equals("."); line = line()) {
      lines.add(line);
    }
    return lines;
  }

  /// Lets it end and waits for it.
  @Override
  public void close() throws IOException {
    in.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    out.close();
  }
}
