package dev.lightfoot.receive;

import com.sun.management.OperatingSystemMXBean;
import dev.lightfoot.analysis.route.RouteTable;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.SpanCounts;
import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.TraceFilter;
import dev.lightfoot.store.span.TraceOrder;
import dev.lightfoot.store.span.journal.JournalSpanStore;
import dev.lightfoot.store.span.journal.ReceivedSpans;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A program of its own that receives and keeps: what is measured, and what hostile senders meet.
/// It is asked over its standard input, one line each, and ends with it.
final class ReceivingChild {
  private final Path folder;
  private final Receiver receiver;
  private final JournalSpanStore store;
  private final AtomicLong mostHeap = new AtomicLong();

  private ReceivingChild(Path folder, Receiver receiver, JournalSpanStore store) {
    this.folder = folder;
    this.receiver = receiver;
    this.store = store;
  }

  /// Receives until its standard input ends.
  ///
  /// @param args folder, spans and bytes to keep
  public static void main(String[] args) throws IOException {
    SpanRetention retention = new SpanRetention(Long.parseLong(args[1]), Long.parseLong(args[2]));
    try (JournalSpanStore store = JournalSpanStore.open(Path.of(args[0]), retention);
        Receiver receiver = Receiver.start(new ReceiverSettings(0, 0), store::accept)) {
      System.out.println(receiver.otlpPort() + " " + receiver.zipkinPort());
      new ReceivingChild(Path.of(args[0]), receiver, store).answer();
    }
  }

  private void watchTheHeap() {
    while (true) {
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      mostHeap.accumulateAndGet(used, Math::max);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private void answer() throws IOException {
    Thread.ofPlatform().daemon().start(this::watchTheHeap);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        switch (line) {
          case "usage" -> System.out.println(usage());
          case "received" -> {
            ReceiverCounts counts = receiver.counts();
            System.out.println(counts.kept() + " " + counts.rejected() + " " + counts.refused());
          }
          case "kept" -> {
            SpanCounts counts = store.counts();
            System.out.println(
                "%d %d %d %d %d"
                    .formatted(
                        counts.accepted(),
                        counts.kept(),
                        counts.dropped(),
                        counts.damaged(),
                        counts.bytes()));
          }
          case "level" -> System.out.println(store.trace("level").size());
          case "queries" -> queries();
          default -> System.out.println("?");
        }
      }
    }
  }

  /// Nanoseconds of processor time, the most heap that was in use, resident memory at its peak.
  private String usage() throws IOException {
    long processor =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    Path status = Path.of("/proc/self/status");
    String resident =
        !Files.exists(status)
            ? "0"
            : Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElse("0");
    return processor + " " + mostHeap.get() + " " + resident;
  }

  /// One question to the store.
  private interface Question {
    Object ask() throws IOException;
  }

  private void queries() throws IOException {
    long middle = OtlpLoad.START + 500L * 1_000_000;
    traces("newest", TraceFilter.ALL, TraceOrder.NEWEST);
    traces("slowest", TraceFilter.ALL, TraceOrder.SLOWEST);
    filter("by service", TraceFilter.builder().service("shop"));
    filter("by route", TraceFilter.builder().named(Layer.APP, "shop", "GET /shelf7/{id}"));
    filter("by layer", TraceFilter.builder().layer(Layer.CACHE));
    filter("failed", TraceFilter.builder().outcome(TraceFilter.Outcome.FAILED));
    filter("by status", TraceFilter.builder().status(500, 599));
    filter("by duration", TraceFilter.builder().atLeast(1_000_000).atMost(6_000_000));
    filter("by time", TraceFilter.builder().from(OtlpLoad.START).before(middle));
    filter("by attribute", TraceFilter.builder().attribute("url.path", "/shelf7/107"));
    filter("by text", TraceFilter.builder().text("product:1003"));
    filter("by text that is nowhere", TraceFilter.builder().text("nowhere"));
    String one = "%016x%016x".formatted(0x1234_5678_9abcL, 100L);
    asked("one trace", () -> store.trace(one).size() + " spans");
    RouteTable counted = new RouteTable();
    asked(
        "routes, read from the journal",
        () -> {
          ReceivedSpans.read(folder, new Counting(counted));
          return counted.summary().routes().size() + " rows";
        });
    System.out.println(".");
  }

  private void filter(String name, TraceFilter.Builder filter) throws IOException {
    traces("traces " + name, filter.build(), TraceOrder.NEWEST);
  }

  private void traces(String name, TraceFilter filter, TraceOrder order) throws IOException {
    asked(
        name, () -> store.traces(filter, order, Optional.empty(), 100).traces().size() + " traces");
  }

  /// The first time, and the best of three more.
  private static void asked(String name, Question question) throws IOException {
    Object found = "";
    long first = 0;
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      long start = System.nanoTime();
      found = question.ask();
      long took = System.nanoTime() - start;
      first = i == 0 ? took : first;
      best = i == 0 ? best : Math.min(best, took);
    }
    System.out.println(
        String.format(
            Locale.ROOT, "| %s | %.0f ms | %.0f ms | %s |", name, first / 1e6, best / 1e6, found));
  }

  /// Counts what it is given, for as long as there is something.
  private record Counting(RouteTable into) implements Reading {
    @Override
    public void span(Span span) {
      into.add(span);
    }

    @Override
    public void skipped(String place, String reason) {}

    @Override
    public void warning(String sentence) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
