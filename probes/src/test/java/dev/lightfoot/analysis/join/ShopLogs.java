package dev.lightfoot.analysis.join;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the servers of the shop log of one request, made by hand. Times are microseconds from the
/// start of the run; each server writes them as its own clock shows them. The client sends its
/// request at 95 300 and has its answer at 317 500; nginx has it from 115 500 on for 181 400.
public final class ShopLogs {
  public static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  public static final String PROBE = "00f067aa0ba902b7";
  public static final long MICRO = 1_000;
  public static final long MILLI = 1_000_000;

  private final long origin;
  private final String trace;

  private ShopLogs(Run run, String trace) {
    this.origin = run.startUnixNanos();
    this.trace = trace;
  }

  public static ShopLogs of(Run run) {
    return new ShopLogs(run, TRACE);
  }

  public static ShopLogs of(Run run, String trace) {
    return new ShopLogs(run, trace);
  }

  public static Run run() {
    return run(0, TRACE);
  }

  /// The same request so many seconds later.
  public static Run run(int secondsLater, String trace) {
    Run cold = Samples.cold(0);
    return new Run(
        RunState.COLD,
        cold.startedAt().plusSeconds(secondsLater),
        Optional.empty(),
        false,
        List.of(
            Samples.coldExchange(0)
                .request(new RequestFacts(142, 0, 0, List.of(parent(trace))))
                .response(
                    Optional.of(
                        new ResponseFacts(
                            96, 2_412, OptionalLong.empty(), List.of(), Optional.empty())))
                .build()),
        List.of(),
        List.of());
  }

  public static Header parent(String trace) {
    return new Header("traceparent", "00-" + trace + "-" + PROBE + "-01");
  }

  public static String trace(int number) {
    return "%032x".formatted(number + 1);
  }

  public SpanTime at(long micros, long lengthMicros, long ahead, long step) {
    long start = Math.floorDiv(origin + micros * MICRO + ahead, step) * step;
    long length = lengthMicros * MICRO / step * step;
    return SpanTime.of(start, length, step);
  }

  public Span nginx(long ahead) {
    return server("nginx", Layer.PROXY, at(115_500, 181_400, ahead, MILLI))
        .inTrace(trace, Optional.of(PROBE));
  }

  /// gunicorn stamps the end, in whole seconds at worst, and times the request in microseconds.
  public Span gunicorn(long ahead, long step) {
    long end = Math.floorDiv(origin + (116_000 + 180_300) * MICRO + ahead, step) * step;
    return server("gunicorn", Layer.APP, SpanTime.ending(end, 180_300 * MICRO, step))
        .inTrace(trace, Optional.of(PROBE));
  }

  public Span server(String format, Layer layer, SpanTime time) {
    return Span.of(id(format, time), "GET /nplus1/", layer, SpanKind.SERVER, time)
        .with(
            Attributes.of(
                AttributeNames.FORMAT, format,
                AttributeNames.METHOD, "GET",
                AttributeNames.PATH, "/nplus1/",
                AttributeNames.QUERY, "n=50",
                AttributeNames.STATUS, "200",
                AttributeNames.PROCESS_ID, "25499"));
  }

  /// Django's 51 statements: one of 2 900 at 121 000, then 50 of 2 330, one every 3 400.
  public List<Span> django(long ahead) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      SpanTime time =
          at(i == 0 ? 121_000 : 122_300 + i * 3_400L, i == 0 ? 2_900 : 2_330, ahead, MICRO);
      spans.add(statement("django", SpanKind.CLIENT, i, time, "25499"));
    }
    return spans;
  }

  /// PostgreSQL's entries of them: 1 100 later, 100 long, stamped in milliseconds.
  public List<Span> postgresql(long ahead) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      long start = (i == 0 ? 121_000 : 122_300 + i * 3_400L) + 1_100;
      long end = Math.floorDiv(origin + (start + 100) * MICRO + ahead, MILLI) * MILLI;
      SpanTime time = SpanTime.ending(end, 100 * MICRO, MILLI);
      spans.add(statement("postgresql", SpanKind.SERVER, i, time, "11977"));
    }
    return spans;
  }

  private static Span statement(
      String format, SpanKind kind, int i, SpanTime time, String process) {
    String text =
        i == 0
            ? "SELECT \"shop_product\".\"id\" FROM \"shop_product\" LIMIT 50"
            : "SELECT \"shop_supplier\".\"id\" FROM \"shop_supplier\" WHERE"
                + " \"shop_supplier\".\"id\" = "
                + (7 * i % 23)
                + " LIMIT 21";
    return Span.of(id(format, time), "SELECT", Layer.DATABASE, kind, time)
        .with(
            Attributes.of(
                AttributeNames.FORMAT, format,
                AttributeNames.DB_SYSTEM, "postgresql",
                AttributeNames.DB_QUERY, text,
                AttributeNames.PROCESS_ID, process));
  }

  private static String id(String format, SpanTime time) {
    return "%08x%08x".formatted(format.hashCode(), Long.hashCode(time.atUnixNanos()));
  }
}
