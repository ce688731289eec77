package dev.lightfoot.model;

import static dev.lightfoot.model.Samples.not;
import static dev.lightfoot.model.Samples.took;

import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.KernelTcp;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.page.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A page made by hand: that of the design's picture, 15 requests to 4 hosts over 3 connections, in
/// microseconds for short. The window's tests have it as `assets/samples/page.lightfoot.json`.
public final class PageSamples {
  private static final long SHOP_RTT = 40_060_000;
  private static final long FONTS_RTT = 18_400_000;
  private static final long TAG_RTT = 61_900_000;

  private final List<Exchange> exchanges = new ArrayList<>();
  private final long shift;

  private PageSamples(long shiftMicros) {
    this.shift = shiftMicros;
  }

  /// One phase after the other, in microseconds; those that are 0 did not take place.
  private record Times(
      long start,
      long blocked,
      long dns,
      long tcp,
      long tls,
      long send,
      long waiting,
      long receive) {
    static Times on(long start, long blocked, long send, long waiting, long receive) {
      return new Times(start, blocked, 0, 0, 0, send, waiting, receive);
    }

    boolean opens() {
      return tcp > 0;
    }
  }

  /// Trips within TLS and for the body.
  private record Trips(int tls, int body) {
    static final Trips PLAIN = new Trips(0, 0);
  }

  /// What a request is to the page.
  private record Part(
      ResourceType type, Priority priority, Initiator.Type found, int by, boolean blocking) {}

  /// A server's end of a connection.
  private record End(int id, String address, long rtt, String protocol) {
    static final End SHOP = new End(1, "10.77.1.2:443", SHOP_RTT, "h2");
    static final End FONTS = new End(2, "10.77.3.2:443", FONTS_RTT, "h2");
    static final End TAG = new End(3, "10.77.4.2:443", TAG_RTT, "http/1.1");
  }

  /// Five cold loads, the third one that of the picture.
  public static Snapshot shop() {
    Run[] runs = {run(6_100), run(-3_900), run(0), run(9_800), run(-7_200)};
    return Samples.snapshot(Samples.TARGET, runs);
  }

  /// The load of the picture, its server slower by so much.
  public static Run run(long extraMicros) {
    PageSamples page = new PageSamples(extraMicros);
    page.firstParty();
    page.thirdParties();
    Run run = Samples.run(RunState.COLD, Optional.empty(), page.exchanges.toArray(Exchange[]::new));
    return run.as(page.load());
  }

  private PageLoad load() {
    PageMarks marks =
        new PageMarks(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.of((496_500 + shift) * 1_000),
            OptionalLong.of((592_300 + shift) * 1_000));
    return new PageLoad(
        PageEngine.BUILTIN,
        Optional.of(Viewport.DESKTOP),
        OptionalInt.of(0),
        marks,
        List.of(0, 1, 7, 12),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private void firstParty() {
    String shop = "https://www.shop.test";
    Times document = new Times(0, 0, 10_700, 40_300, 44_300, 100, 222_000 + shift, 100);
    Part user = new Part(ResourceType.DOCUMENT, Priority.HIGHEST, Initiator.Type.USER, -1, true);
    add(shop + "/nplus1/?n=50", End.SHOP, document, new Trips(1, 0), user, 2_352);
    add(
        shop + "/assets/a.css",
        End.SHOP,
        Times.on(327_800, 18_200, 400, 41_000, 500),
        style(0),
        347);
    add(
        shop + "/assets/b.css",
        End.SHOP,
        Times.on(327_900, 4_500, 400, 45_900, 5_300),
        style(0),
        249);
    Part script = scanned(ResourceType.SCRIPT, Priority.HIGH, true);
    add(
        shop + "/assets/app.js",
        End.SHOP,
        Times.on(327_900, 3_300, 300, 51_500, 10_400),
        script,
        716);
    Part image = scanned(ResourceType.IMAGE, Priority.MEDIUM, false);
    Times first = Times.on(327_600, 2_900, 300, 61_400, 26_900);
    add(shop + "/assets/1.png", End.SHOP, first, new Trips(0, 1), image, 30_348);
    Times second = Times.on(328_100, 600, 200, 104_600, 49_600);
    add(shop + "/assets/2.png", End.SHOP, second, new Trips(0, 2), image, 90_491);
    String statics = "https://static.shop.test/assets/3.png";
    add(statics, End.SHOP, Times.on(328_300, 19_500, 100, 54_600, 3_000), image, 11_085);
    add(
        shop + "/assets/c.css",
        End.SHOP,
        Times.on(388_000, 300, 9_800, 92_400, 2_300),
        style(1),
        157);
    Times late = Times.on(395_500, 9_100, 600, 40_800, 1_800);
    add(shop + "/assets/late.js", End.SHOP, late, scripted(ResourceType.SCRIPT, 3), 248);
    Times health = Times.on(395_900, 1_500, 1_400, 54_300, 7_200);
    add(shop + "/healthz", End.SHOP, health, scripted(ResourceType.FETCH, 3), 150);
    Times dynamic = Times.on(449_000, 900, 100, 41_400, 1_300);
    add(shop + "/assets/dyn.js", End.SHOP, dynamic, scripted(ResourceType.SCRIPT, 8), 202);
    Part icon = new Part(ResourceType.OTHER, Priority.HIGH, Initiator.Type.PARSER, 0, false);
    add(shop + "/favicon.ico", End.SHOP, Times.on(494_600, 500, 1_100, 45_700, 1_300), icon, 274);
  }

  private void thirdParties() {
    Part font = new Part(ResourceType.FONT, Priority.HIGH, Initiator.Type.CSS, 7, false);
    Times inter = new Times(494_000, 0, 24_100, 18_600, 21_000, 100, 19_200, 12_400);
    add("https://fonts.cdn.example/inter.woff2", End.FONTS, inter, new Trips(1, 1), font, 48_200);
    Part script = scanned(ResourceType.SCRIPT, Priority.LOW, false);
    Times tag = new Times(330_200, 1_100, 31_000, 62_300, 127_900, 100, 66_000, 9_100);
    add("https://tag.metrics.example/t.js", End.TAG, tag, new Trips(2, 0), script, 18_400);
    Times collect = Times.on(628_800, 0, 100, 65_300, 100);
    Part sent = scripted(ResourceType.FETCH, 13);
    add("https://tag.metrics.example/collect?v=2", End.TAG, collect, sent, 400);
  }

  private static Part style(int by) {
    Initiator.Type found = by == 0 ? Initiator.Type.PRELOAD_SCANNER : Initiator.Type.CSS;
    return new Part(ResourceType.STYLESHEET, Priority.HIGHEST, found, by, true);
  }

  private static Part scanned(ResourceType type, Priority priority, boolean blocking) {
    return new Part(type, priority, Initiator.Type.PRELOAD_SCANNER, 0, blocking);
  }

  private static Part scripted(ResourceType type, int by) {
    return new Part(type, Priority.LOW, Initiator.Type.SCRIPT, by, false);
  }

  private void add(String url, End end, Times times, Part part, long bytes) {
    add(url, end, times, Trips.PLAIN, part, bytes);
  }

  private void add(String url, End end, Times times, Trips trips, Part part, long bytes) {
    boolean missing = url.endsWith(".ico");
    boolean third = url.contains(".example");
    Resource resource =
        new Resource(
            Optional.of(part.type),
            Optional.of(part.priority),
            List.of(),
            Optional.of(part.blocking),
            Optional.of(third ? Party.THIRD : Party.FIRST),
            Optional.empty());
    Initiator initiator =
        new Initiator(
            part.found,
            part.by < 0 ? OptionalInt.empty() : OptionalInt.of(part.by),
            OptionalInt.empty());
    ExchangeBuilder builder =
        new ExchangeBuilder(url, "GET")
            .status(OptionalInt.of(missing ? 404 : 200))
            .protocol(Optional.of(end.protocol))
            .initiator(Optional.of(initiator))
            .resource(resource)
            .startNanos(at(times.start) * 1_000)
            .connection(Optional.of(connection(end, times)))
            .response(Optional.of(response(part.type, bytes)));
    exchanges.add(phased(builder, times, trips).build());
  }

  /// What comes after the document comes later where its server is slower.
  private long at(long micros) {
    return micros == 0 ? 0 : micros + shift;
  }

  private ExchangeBuilder phased(ExchangeBuilder builder, Times times, Trips trips) {
    long from = at(times.start);
    String none = times.opens() ? PhaseTiming.Reason.NONE : PhaseTiming.Reason.REUSED;
    long[] lengths = {
      times.blocked, times.dns, times.tcp, times.tls, times.send, times.waiting, times.receive
    };
    int[] counted = {0, 1, 1, trips.tls, 0, 1, trips.body};
    Phase[] phases = {
      Phase.BLOCKED, Phase.DNS, Phase.TCP, Phase.TLS, Phase.SEND, Phase.WAIT, Phase.RECEIVE
    };
    for (int i = 0; i < phases.length; i++) {
      boolean absent = lengths[i] == 0;
      String why = phases[i] == Phase.BLOCKED ? PhaseTiming.Reason.NONE : none;
      builder.phase(phases[i], absent ? not(why) : took(from, lengths[i], counted[i]));
      from += lengths[i];
    }
    long end = from * 1_000;
    long first = (from - times.receive) * 1_000;
    return builder.marks(
        new Marks(
            OptionalLong.of(first),
            OptionalLong.of(first),
            OptionalLong.of(first),
            OptionalLong.of(first),
            OptionalLong.of(end)));
  }

  private Connection connection(End end, Times times) {
    long from = (at(times.start) + times.blocked + times.dns) * 1_000;
    List<ConnectionAttempt> attempts =
        times.opens()
            ? List.of(
                new ConnectionAttempt(
                    end.address,
                    from,
                    times.tcp * 1_000,
                    ConnectionAttempt.CONNECTED,
                    Optional.empty()))
            : List.of();
    KernelTcp kernel = new KernelTcp(end.rtt + 120_000, 180_000, end.rtt, 10, 0);
    return new Connection(
        end.id, !times.opens(), Optional.of(end.address), Optional.of(kernel), attempts);
  }

  private static ResponseFacts response(ResourceType type, long bytes) {
    long head = 100;
    String media =
        switch (type) {
          case DOCUMENT -> "text/html; charset=utf-8";
          case STYLESHEET -> "text/css";
          case SCRIPT -> "application/javascript";
          case IMAGE -> "image/png";
          case FONT -> "font/woff2";
          case FETCH, MEDIA, MANIFEST, OTHER -> "text/plain";
        };
    return new ResponseFacts(
        head,
        bytes - head,
        OptionalLong.of(bytes - head),
        List.of(new Header("content-type", media)),
        Optional.empty());
  }

  /// As [#shop()] with a name, for the file.
  public static Snapshot named() {
    Snapshot shop = shop();
    return new Snapshot(
        "01m84gcnpvkz3sn2f7v4page01",
        Optional.of("Sample: a page that waits for its font"),
        shop.target(),
        shop.takenAt(),
        shop.environment(),
        shop.runs(),
        List.of(),
        Map.of());
  }
}
