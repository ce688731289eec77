package dev.lightfoot.probe.dns.system;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The settings of the C library's resolver, read as that reads them (resolv.conf(5)): what it
/// passes over is passed over here, and remarked on.
///
/// @param servers three at most; the one on this computer where the file names none
/// @param noAaaa DNS is not asked for IPv6 addresses
public record ResolvConf(NameServers servers, SearchList search, boolean noAaaa) {
  public static final Path PATH = Path.of("/etc/resolv.conf");

  /// More are not asked (MAXNS).
  public static final int MAX_SERVERS = 3;

  public static final int MAX_NDOTS = 15;

  /// Seconds (RES_MAXRETRANS).
  static final int MAX_TIMEOUT = 30;

  /// RES_MAXRETRY.
  static final int MAX_ATTEMPTS = 5;

  private static final int MAX_BYTES = 1024 * 1024;
  private static final int PORT = 53;

  /// What that file says; empty where this computer has none.
  ///
  /// @param options of the environment variable RES_OPTIONS; they come after the file's own
  public static Optional<ResolvConf> read(Path file, String options) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return Optional.of(parse(text, file.toString(), options));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Reads what the file says; what makes no sense is remarked upon and left out.
  ///
  /// @param file its name, for remarks
  public static ResolvConf parse(String text, String file, String options) {
    Reading reading = new Reading(file);
    int number = 0;
    for (String line : text.split("\n", -1)) {
      reading.line(++number, line);
    }
    reading.options(options);
    return reading.result();
  }

  private static final class Reading {
    private final String file;
    private final List<InetSocketAddress> servers = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private List<String> domains = List.of();
    private int ndots = 1;
    private boolean tcpOnly;
    private boolean noAaaa;
    private OptionalInt timeout = OptionalInt.empty();
    private OptionalInt attempts = OptionalInt.empty();
    private boolean rotates;
    private int tooMany;

    Reading(String file) {
      this.file = file;
    }

    void line(int number, String line) {
      String[] words = line.split("[ \t]+", -1);
      String rest = line.substring(Math.min(line.length(), words[0].length() + 1)).strip();
      switch (words[0]) {
        case "nameserver" -> server(number, words.length > 1 ? words[1] : "");
        case "search" -> domains = words(rest);
        case "domain" -> domains = words(rest).stream().limit(1).toList();
        case "options" -> options(rest);
        default -> {}
      }
    }

    private static List<String> words(String rest) {
      return rest.isEmpty()
          ? List.of()
          : List.of(rest.split("[ \t]+", -1)).stream()
              .map(word -> word.endsWith(".") ? word.substring(0, word.length() - 1) : word)
              .filter(word -> !word.isEmpty())
              .toList();
    }

    private void server(int number, String word) {
      Optional<InetAddress> address = address(word);
      if (address.isEmpty()) {
        remarks.add(
            "Line "
                + number
                + " of "
                + file
                + (word.isBlank()
                    ? " names no server"
                    : " names the server \"" + word.strip() + "\", which is not an IP address")
                + ": it is passed over, as the system's own resolver does.");
      } else if (servers.size() < MAX_SERVERS) {
        servers.add(new InetSocketAddress(address.get(), PORT));
      } else {
        tooMany++;
      }
    }

    /// The forms of inet_aton(3), so `127.1` too, and IPv6 with a zone.
    private static Optional<InetAddress> address(String word) {
      try {
        return Optional.of(
            word.contains(":") ? InetAddress.ofLiteral(word) : Inet4Address.ofPosixLiteral(word));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    void options(String rest) {
      for (String option : words(rest)) {
        ndots = number(option, "ndots:", MAX_NDOTS).orElse(ndots);
        timeout = later(number(option, "timeout:", MAX_TIMEOUT), timeout);
        attempts = later(number(option, "attempts:", MAX_ATTEMPTS), attempts);
        tcpOnly |= option.equals("use-vc");
        noAaaa |= option.equals("no-aaaa");
        rotates |= option.equals("rotate");
      }
    }

    /// What an option of that name says; empty for another one, or where it says no number.
    private static OptionalInt number(String option, String name, int most) {
      String digits = option.startsWith(name) ? option.substring(name.length()) : "";
      return digits.matches("[0-9]{1,4}")
          ? OptionalInt.of(Math.min(most, Integer.parseInt(digits)))
          : OptionalInt.empty();
    }

    private static OptionalInt later(OptionalInt said, OptionalInt before) {
      return said.isPresent() ? said : before;
    }

    ResolvConf result() {
      if (tooMany > 0) {
        remarks.add(
            file
                + " names "
                + (servers.size() + tooMany)
                + " name servers: only the first "
                + MAX_SERVERS
                + " are asked, as the system's own resolver does.");
      }
      if (servers.isEmpty()) {
        servers.add(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), PORT));
        remarks.add(
            file
                + " names no usable name server: the one on this computer, 127.0.0.1, is asked, as"
                + " the system's own resolver does.");
      }
      if (noAaaa) {
        remarks.add(
            "DNS was not asked for IPv6 addresses: " + file + " or RES_OPTIONS says no-aaaa.");
      }
      OptionalInt times = attempts.stream().map(said -> Math.max(1, said)).findFirst();
      TryPlan tries = new TryPlan(timeout, times, rotates);
      return new ResolvConf(
          new NameServers(servers, tcpOnly, tries, remarks),
          new SearchList(domains, ndots),
          noAaaa);
    }
  }
}
