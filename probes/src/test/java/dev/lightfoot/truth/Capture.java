package dev.lightfoot.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Records what passes the client's interfaces (tcpdump) and reads it (tshark), decrypted with the
/// servers' session keys.
///
/// The kernel hands packets to tcpdump by the block, not each at once: to wake tcpdump for a packet
/// takes 30 to 80 µs here, between the packet's stamp and its way on, so that the recording would
/// itself lengthen what it is to check.
final class Capture implements AutoCloseable {
  private static final List<String> FIELDS =
      List.of(
          "frame.number",
          "frame.time_epoch",
          "ip.src",
          "ipv6.src",
          "tcp.stream",
          "tcp.len",
          "tcp.flags.syn",
          "tls.handshake.type",
          "tls.record.content_type",
          "tls.record.opaque_type",
          "http.request.method",
          "http.response.code",
          "http2.type",
          "tcp.segment",
          "dns.qry.type",
          "dns.flags.response",
          "quic.connection.number",
          "udp.length",
          "quic.stream.stream_id",
          "http3.frame_type",
          "tcp.seq",
          "quic.stream.offset",
          "quic.stream_data");

  private final Path file;
  private final Process tcpdump;

  private Capture(Path file, Process tcpdump) {
    this.file = file;
    this.tcpdump = tcpdump;
  }

  /// Begins; comes back when packets are being recorded.
  static Capture start(Lab lab, Path file) throws IOException {
    Process tcpdump =
        new ProcessBuilder(
                lab.inClient(
                    List.of(
                        "tcpdump",
                        "-i",
                        "any",
                        "-n",
                        "-U",
                        "-s",
                        "0",
                        "-B",
                        "16384",
                        "-Z",
                        "root",
                        "-w",
                        file.toString(),
                        "net",
                        "10.77.0.0/16",
                        "or",
                        "net",
                        "fd77::/16")))
            .redirectErrorStream(true)
            .start();
    BufferedReader words = tcpdump.inputReader(StandardCharsets.UTF_8);
    String line;
    do {
      line = words.readLine();
      if (line == null) {
        throw new IOException("tcpdump ended at once");
      }
    } while (!line.contains("listening on"));
    return new Capture(file, tcpdump);
  }

  /// Waits until everything that has passed is in the file: it no longer grows, for twice as long
  /// as the kernel keeps a block that is not full.
  void settle() throws IOException, InterruptedException {
    long before = -1;
    while (before != Files.size(file)) {
      before = Files.size(file);
      TimeUnit.SECONDS.sleep(2);
    }
  }

  @Override
  public void close() throws IOException {
    tcpdump.destroy(); // SIGTERM: it writes out what it has
    try {
      if (!tcpdump.waitFor(10, TimeUnit.SECONDS)) {
        throw new IOException("tcpdump does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Every packet, in the order of time.
  static List<Packet> read(Path file, Path keys) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "tshark",
                "-n",
                "-r",
                file.toString(),
                "-o",
                "tls.keylog_file:" + keys,
                "-o",
                "tcp.reassemble_out_of_order:TRUE",
                "-o",
                "http.desegment_body:FALSE",
                "-o",
                "http.dechunk_body:FALSE",
                "-d",
                "tcp.port==8080,http",
                "-d",
                "tcp.port==8400-8499,tls",
                "-d",
                "udp.port==8440,quic",
                "-T",
                "fields",
                "-E",
                "separator=|",
                "-E",
                "occurrence=a",
                "-E",
                "aggregator=,"));
    FIELDS.forEach(field -> command.addAll(List.of("-e", field)));
    Path errors = Files.createTempFile("tshark", ".txt");
    Process tshark = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    List<Packet> packets = new ArrayList<>();
    Heard heard = new Heard();
    try (BufferedReader lines = tshark.inputReader(StandardCharsets.UTF_8)) {
      String line;
      while ((line = lines.readLine()) != null) {
        packets.add(packet(line.split("\\|", -1), heard));
      }
    }
    if (packets.isEmpty()) {
      throw new IOException("tshark read nothing: " + Files.readString(errors));
    }
    Files.delete(errors);
    return packets;
  }

  private static Packet packet(String[] f, Heard heard) {
    String source = f[2].isEmpty() ? f[3] : f[2];
    List<Integer> contents = new ArrayList<>(numbers(f[8]));
    contents.addAll(numbers(f[9]));
    List<Integer> frames = new ArrayList<>(numbers(f[12]));
    frames.addAll(numbers(f[19]));
    return new Packet(
        Integer.parseInt(f[0]),
        nanos(f[1]),
        source.matches("10\\.77\\.\\d+\\.1|fd77:\\d+::1"),
        f[16].isEmpty() ? number(f[4], -1) : Packet.QUIC + number(f[16], 0),
        number(f[20], 0),
        f[16].isEmpty() ? segmentBytes(f, source, heard) : streamBytes(f, source, heard),
        f[6].equals("1") || f[6].equals("True"),
        numbers(f[7]),
        contents,
        !f[10].isEmpty(),
        numbers(f[11]).stream().reduce((a, b) -> b).orElse(0),
        frames,
        numbers(f[13]),
        number(f[14], 0),
        f[15].startsWith("1") || f[15].startsWith("True"));
  }

  /// The bytes of a segment; 0 where all of them came before.
  private static int segmentBytes(String[] f, String source, Heard heard) {
    int length = number(f[5], 0);
    return heard.isNews(f[4] + source, number(f[20], 0), length) ? length : 0;
  }

  /// The bytes of a datagram that belongs to a request (RFC 9000 section 2.1: streams that the
  /// client opens for both directions); 0 for acknowledgements and the like, and for what came
  /// before.
  private static int streamBytes(String[] f, String source, Heard heard) {
    boolean ofRequest = numbers(f[18]).stream().anyMatch(stream -> stream % 4 == 0);
    String said = String.join(" ", f[18], f[21], f[22]);
    return ofRequest && heard.isNews(f[16] + source, said) ? number(f[17], 0) : 0;
  }

  private static long nanos(String epoch) {
    String[] parts = epoch.split("\\.", -1);
    String fraction = (parts.length > 1 ? parts[1] : "") + "000000000";
    return Long.parseLong(parts[0]) * 1_000_000_000L + Long.parseLong(fraction.substring(0, 9));
  }

  private static int number(String text, int otherwise) {
    return numbers(text).stream().findFirst().orElse(otherwise);
  }

  private static List<Integer> numbers(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(Integer::decode).toList();
  }
}
