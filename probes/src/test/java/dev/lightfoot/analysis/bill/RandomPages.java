package dev.lightfoot.analysis.bill;

import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Late;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.page.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/// Pages that hold whatever a page may: phases of any length, trips in any number, requests that
/// overlap, hints, chunks, redirects, failures, a busy computer.
final class RandomPages {
  private static final long MILLI = 1_000_000;
  private static final Phase[] BEFORE = {Phase.BLOCKED, Phase.DNS, Phase.TCP, Phase.TLS};

  private RandomPages() {}

  static Run page(Random random) {
    MadePage page = new MadePage();
    int size = 1 + random.nextInt(12);
    for (int i = 0; i < size; i++) {
      request(page, random, i, size);
    }
    return (random.nextBoolean() ? page.loaded(random.nextInt(900)) : page).run();
  }

  private static void request(MadePage page, Random random, int number, int size) {
    long start = number == 0 ? 0 : random.nextInt(500);
    MadePage.Asked asked = page.ask("/" + random.nextInt(6), start);
    asked.of(any(ResourceType.values(), random));
    if (number > 0 && random.nextInt(4) > 0) {
      asked.by(any(Initiator.Type.values(), random), random.nextInt(size));
    }
    long at = start;
    for (Phase phase : BEFORE) {
      int millis = random.nextInt(60);
      if (random.nextBoolean()) {
        asked.took(phase, millis, phase == Phase.BLOCKED ? 0 : random.nextInt(3));
        at += millis;
      }
    }
    connect(asked, random, number, start);
    if (random.nextInt(10) == 0) {
      asked.failed(Phase.WAIT, random.nextInt(80), "timeout");
      return;
    }
    int wait = 1 + random.nextInt(300);
    asked.took(Phase.SEND, random.nextInt(2), 0).took(Phase.WAIT, wait, 1 + random.nextInt(2));
    hint(asked, random, at, wait);
    receive(asked, random, at + wait + 2);
  }

  private static void connect(MadePage.Asked asked, Random random, int number, long start) {
    String address = "192.0.2." + random.nextInt(3) + ":443";
    List<ConnectionAttempt> attempts =
        List.of(
            new ConnectionAttempt(
                address,
                start * MILLI,
                (10 + random.nextInt(60)) * MILLI,
                ConnectionAttempt.CONNECTED,
                Optional.empty()));
    asked
        .builder()
        .protocol(Optional.of(random.nextBoolean() ? "h2" : "http/1.1"))
        .connection(
            Optional.of(
                new Connection(
                    random.nextInt(3),
                    random.nextBoolean(),
                    Optional.of(address),
                    Optional.empty(),
                    random.nextInt(4) == 0 ? List.of() : attempts)))
        .gapNanos(random.nextInt(3) * 40_000L)
        .late(
            number % 3 == 0
                ? List.of(new Late((start + random.nextInt(200)) * MILLI, 20 * MILLI))
                : List.of());
    if (random.nextInt(5) == 0) {
      asked.builder().redirectedFrom(Optional.of("https://shop.test/" + random.nextInt(6)));
    }
  }

  private static void hint(MadePage.Asked asked, Random random, long at, int wait) {
    if (random.nextInt(3) == 0) {
      long when = (at + random.nextInt(wait)) * MILLI;
      asked.builder().interim(List.of(new Interim(random.nextBoolean() ? 103 : 100, when)));
    }
  }

  private static void receive(MadePage.Asked asked, Random random, long at) {
    int length = random.nextInt(250);
    List<Chunk> chunks = new ArrayList<>();
    long bytes = 0;
    for (long when = at; when < at + length; when += 1 + random.nextInt(50)) {
      int size = random.nextInt(30_000);
      chunks.add(new Chunk(when * MILLI, size));
      bytes += size;
    }
    asked.took(Phase.RECEIVE, length, 0);
    asked
        .builder()
        .chunks(chunks)
        .response(
            Optional.of(
                new ResponseFacts(90, bytes, OptionalLong.empty(), List.of(), Optional.empty())));
  }

  private static <T> T any(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
