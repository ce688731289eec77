package dev.lightfoot.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.probe.peer.Corpus;
import dev.lightfoot.probe.peer.Leftovers;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.RunSockets;
import java.io.ByteArrayOutputStream;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/// The packets that bind's fuzzers have found interesting, as answers to our own questions: as they
/// are, with our id, and grafted behind our question, over UDP and TCP. A true answer follows each
/// over UDP, as it would where somebody injects packets.
class HostilePacketsTest {
  private static final int HEADER = 12;

  private enum Disguise {
    NONE,
    OUR_ID,
    OUR_QUESTION,
    OVER_TCP
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Trial(byte[] packet, Disguise disguise) {

    /// The packet as it is sent for that question.
    byte[] answer(Message query) {
      byte[] question = query.toWire();
      byte[] disguised = packet.clone();
      if (disguise != Disguise.NONE && disguised.length >= HEADER) {
        System.arraycopy(question, 0, disguised, 0, 2);
        disguised[2] |= (byte) 0x80;
      }
      if (disguise.compareTo(Disguise.OUR_QUESTION) < 0 || packet.length < HEADER) {
        return disguised;
      }
      disguised[2] &= (byte) ~0x02; // not cut, so that it is read
      disguised[4] = 0;
      disguised[5] = 1;
      int end = HEADER + query.getQuestion().getName().length() + 4;
      ByteArrayOutputStream grafted = new ByteArrayOutputStream();
      grafted.write(disguised, 0, HEADER);
      grafted.write(question, HEADER, end - HEADER);
      grafted.write(packet, HEADER, packet.length - HEADER);
      return grafted.toByteArray();
    }
  }

  @Test
  void noPacketBreaksOrStallsAResolution() throws Exception {
    List<Path> files = Corpus.files("dns-bind9-fuzz", "");
    AtomicReference<Trial> trial = new AtomicReference<>(new Trial(new byte[0], Disguise.NONE));
    List<Throwable> escaped = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> escaped.add(fault));
    long start = System.nanoTime();
    Map<ErrorType, Integer> ends = new EnumMap<>(ErrorType.class);
    int resolved = 0;
    try (ScriptedDns server =
        new ScriptedDns((query, tcp) -> answers(Objects.requireNonNull(trial.get()), query, tcp))) {
      RunSockets sockets = new RunSockets();
      NameResolver resolver =
          Resolvers.servers(List.of(server.address()), Families.BOTH, sockets, new KnownServers());
      resolve(resolver);
      Leftovers leftovers = Leftovers.before();
      for (Path file : files) {
        byte[] packet = Files.readAllBytes(file);
        for (Disguise disguise : Disguise.values()) {
          trial.set(new Trial(packet, disguise));
          long began = System.nanoTime();
          ExchangeTrace trace = resolve(resolver);
          assertThat((System.nanoTime() - began) / 1_000_000)
              .as(file + " " + disguise)
              .isLessThan(6_500);
          trace.failure().ifPresent(why -> ends.merge(why.type(), 1, Integer::sum));
          resolved += trace.failure().isPresent() ? 0 : 1;
          assertThat(sockets.size()).as("open sockets").isZero();
        }
      }
      leftovers.assertNone();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(escaped).isEmpty();
    int cases = files.size() * Disguise.values().length;
    System.out.println("DNS packets end with " + ends + ", taken as an answer: " + resolved);
    Corpus.report("DNS packets", cases, cases, 0, start);
  }

  private static List<ScriptedDns.Reply> answers(Trial trial, Message query, boolean tcp) {
    Message real = ScriptedDns.reply(query, Rcode.NXDOMAIN);
    if (trial.disguise == Disguise.OVER_TCP && !tcp) {
      real.getHeader().setFlag(Flags.TC);
      return ScriptedDns.now(real);
    }
    byte[] hostile = trial.answer(query);
    return tcp
        ? List.of(new ScriptedDns.Reply(hostile, 0))
        : List.of(
            new ScriptedDns.Reply(Arrays.copyOf(hostile, Math.min(hostile.length, 60_000)), 0),
            new ScriptedDns.Reply(real.toWire(), 0));
  }

  /// The trace says how it ended.
  private static ExchangeTrace resolve(NameResolver resolver) {
    ExchangeTrace trace = new ExchangeTrace(new RunClock(), (phase, at) -> {});
    try {
      assertThat(resolver.resolve("shop.test", trace)).isNotEmpty();
      assertThat(trace.failure()).isEmpty();
    } catch (UnknownHostException e) {
      assertThat(trace.failure()).isPresent();
    }
    return trace;
  }
}
