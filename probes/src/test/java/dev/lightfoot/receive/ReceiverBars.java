package dev.lightfoot.receive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Measures what the receiver bears, from its sockets to the disk: `lab/receiver.sh`. The receiver
/// runs in a virtual machine of its own with 512 MB of heap; the load comes from this one.
final class ReceiverBars {
  private static final String HEAP = "512m";
  private static final int RATE = 10_000;
  private static final long NO_LIMIT = 1L << 40;

  private final int batch;
  private final Path folder;
  private boolean held = true;

  private ReceiverBars(int batch, Path folder) {
    this.batch = batch;
    this.folder = folder;
  }

  /// Measures one bar.
  ///
  /// @param args which bar, its seconds, spans in a request
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("lightfoot-receiver");
    try {
      ReceiverBars bars = new ReceiverBars(Integer.parseInt(args[2]), folder.resolve("spans"));
      int seconds = Integer.parseInt(args[1]);
      switch (args[0]) {
        case "rate" -> bars.rate(seconds);
        case "burst" -> bars.burst();
        case "overload" -> bars.overload(seconds);
        case "retention" -> bars.retention(seconds);
        case "fill" -> bars.fill(seconds, Long.parseLong(args[3]));
        default -> throw new IllegalArgumentException("no such bar: " + args[0]);
      }
      System.exit(bars.held ? 0 : 1);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private ReceivingProcess start(long spans) throws IOException {
    String options = System.getProperty("lightfoot.receiver.jvm", "");
    return ReceivingProcess.start(
        HEAP,
        folder,
        spans,
        NO_LIMIT,
        Arrays.stream(options.split(" ")).filter(each -> !each.isEmpty()).toArray(String[]::new));
  }

  @SuppressWarnings(
      "AnnotateFormatMethod") // Error Prone's own annotations are not on the class path
  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private void bar(boolean holds, String text, Object... values) {
    held &= holds;
    say((holds ? "holds   " : "MISSED  ") + text, values);
  }

  private void balance(SpanLoad load, ReceivingProcess receiver) throws IOException {
    long[] kept = receiver.ask("kept");
    bar(
        kept[0] == load.accepted() && load.accepted() + load.refused() == load.sent(),
        "accepted %,d + refused %,d = sent %,d; the store has accepted %,d",
        load.accepted(),
        load.refused(),
        load.sent(),
        kept[0]);
    bar(
        kept[0] == kept[1] + kept[2] + kept[3],
        "accepted %,d = kept %,d + dropped %,d + damaged %,d; journal %,d MB",
        kept[0],
        kept[1],
        kept[2],
        kept[3],
        kept[4] >> 20);
  }

  private static void answers(SpanLoad load) {
    long[] nanos = load.answers();
    Arrays.sort(nanos);
    say(
        "        answers: %,d; p50 %.1f ms, p99 %.1f ms, longest %.1f ms",
        nanos.length, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 1));
  }

  private static double at(long[] sorted, double part) {
    return sorted.length == 0
        ? 0
        : sorted[Math.clamp((long) (part * sorted.length), 0, sorted.length - 1)] / 1e6;
  }

  private void usage(ReceivingProcess receiver, long[] before, double seconds) throws IOException {
    long[] after = receiver.ask("usage");
    double cores = (after[0] - before[0]) / 1e9 / seconds;
    bar(cores < 1, "processor: %.2f of a core over %.1f s", cores, seconds);
    bar(
        after[1] <= 512L << 20,
        "heap: at most %,d MB in use; resident at most %,d MB",
        after[1] >> 20,
        after[2] >> 10);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void rate(int seconds) throws Exception {
    say("## %,d spans/s for %d s, %d a request", RATE, seconds, batch);
    try (ReceivingProcess receiver = start(NO_LIMIT);
        SpanLoad warm = new SpanLoad(receiver.otlpPort(), 4, batch, 0)) {
      warm.atRate(RATE, 5);
      long[] before = receiver.ask("usage");
      long start = System.nanoTime();
      try (SpanLoad load = new SpanLoad(receiver.otlpPort(), 4, batch, 1_000_000L)) {
        load.atRate(RATE, seconds);
        double took = since(start);
        say("        %,d spans in %.1f s", load.sent(), took);
        usage(receiver, before, took);
        answers(load);
        bar(load.refused() == 0, "refused: %,d", load.refused());
        load.add(warm);
        balance(load, receiver);
      }
    }
  }

  private void burst() throws Exception {
    say("## A burst of 100,000 spans, %d a request", batch);
    try (ReceivingProcess receiver = start(NO_LIMIT);
        SpanLoad load = new SpanLoad(receiver.otlpPort(), 8, batch, 0)) {
      long[] before = receiver.ask("usage");
      long start = System.nanoTime();
      load.atOnce(100_000);
      double took = since(start);
      say("        %,d spans in %.2f s: %,.0f a second", load.sent(), took, load.sent() / took);
      answers(load);
      long[] after = receiver.ask("usage");
      say("        processor %.2f s", (after[0] - before[0]) / 1e9);
      bar(after[1] <= 512L << 20, "heap: at most %,d MB in use", after[1] >> 20);
      bar(load.refused() == 0, "refused: %,d", load.refused());
      balance(load, receiver);
    }
  }

  private void overload(int seconds) throws Exception {
    say("## %,d spans/s for %d s over 64 connections, %d a request", 10 * RATE, seconds, batch);
    try (ReceivingProcess receiver = start(NO_LIMIT);
        SpanLoad load = new SpanLoad(receiver.otlpPort(), 64, batch, 0)) {
      long[] before = receiver.ask("usage");
      long start = System.nanoTime();
      load.atRate(10 * RATE, seconds);
      double took = since(start);
      say("        %,d spans in %.1f s: %,.0f a second", load.sent(), took, load.sent() / took);
      answers(load);
      long[] after = receiver.ask("usage");
      say("        processor: %.2f of a core", (after[0] - before[0]) / 1e9 / took);
      bar(after[1] <= 512L << 20, "heap: at most %,d MB in use", after[1] >> 20);
      balance(load, receiver);
    }
  }

  private void retention(int seconds) throws Exception {
    long room = 100_000;
    say("## Room for %,d spans, %,d a second for %d s", room, RATE, seconds);
    long accepted;
    try (ReceivingProcess receiver = start(room);
        SpanLoad load = new SpanLoad(receiver.otlpPort(), 4, batch, 0)) {
      long[] before = receiver.ask("usage");
      long start = System.nanoTime();
      load.atRate(RATE, seconds);
      usage(receiver, before, since(start));
      answers(load);
      bar(load.refused() == 0, "refused: %,d", load.refused());
      balance(load, receiver);
      accepted = load.accepted();
    }
    try (ReceivingProcess receiver = start(room)) {
      long[] kept = receiver.ask("kept");
      bar(
          kept[0] == accepted && kept[0] == kept[1] + kept[2] && kept[3] == 0 && kept[1] <= room,
          "opened again: accepted %,d = kept %,d + dropped %,d",
          kept[0],
          kept[1],
          kept[2]);
    }
  }

  private void fill(int seconds, long most) throws Exception {
    say("## As many spans as come in %d s, at most %,d; then every question", seconds, most);
    try (ReceivingProcess receiver = start(NO_LIMIT);
        SpanLoad load = new SpanLoad(receiver.otlpPort(), 4, batch, 0)) {
      long[] before = receiver.ask("usage");
      long start = System.nanoTime();
      load.asFastAsItGoes(most, TimeUnit.SECONDS.toNanos(seconds));
      double took = since(start);
      say("        %,d spans in %.1f s: %,.0f a second", load.sent(), took, load.sent() / took);
      long[] after = receiver.ask("usage");
      say("        processor: %.2f of a core", (after[0] - before[0]) / 1e9 / took);
      answers(load);
      balance(load, receiver);
      say("        index level after %.1f s", levelled(receiver));
      say("| question | first | best of 3 | found |%n|---|---|---|---|");
      receiver.askForLines("queries").forEach(System.out::println);
      long[] end = receiver.ask("usage");
      bar(
          end[1] <= 512L << 20,
          "heap: at most %,d MB in use; resident at most %,d MB",
          end[1] >> 20,
          end[2] >> 10);
    }
    long size;
    try (Stream<Path> files = Files.walk(folder)) {
      size = files.mapToLong(file -> file.toFile().length()).sum();
    }
    say("        on disk after closing: %,d MB", size >> 20);
    long start = System.nanoTime();
    try (ReceivingProcess receiver = start(NO_LIMIT)) {
      say("        opened again after %.1f s", since(start));
      receiver.ask("kept");
      say("        index made anew after %.1f s", since(start));
    }
  }

  private static double levelled(ReceivingProcess receiver) throws IOException {
    long start = System.nanoTime();
    receiver.ask("level");
    return since(start);
  }
}
