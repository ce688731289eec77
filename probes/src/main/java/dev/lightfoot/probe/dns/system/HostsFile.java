package dev.lightfoot.probe.dns.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The operating system's hosts file, and the names that never need a server (RFC 6761).
public final class HostsFile {
  private static final long MAX_BYTES = 4L * 1024 * 1024;

  private final Path path;

  HostsFile(Path path) {
    this.path = path;
  }

  public static HostsFile ofSystem() {
    String root = System.getenv("SystemRoot");
    return new HostsFile(
        root == null
            ? Path.of("/etc/hosts")
            : Path.of(root, "System32", "drivers", "etc", "hosts"));
  }

  /// The addresses it gives to that name, in its order; none where it does not name it. localhost
  /// is this computer on both loopback addresses, whichever of them the file names.
  public List<InetAddress> lookup(String host) {
    List<InetAddress> found = new ArrayList<>();
    String wanted = withoutDot(host);
    for (String line : lines()) {
      String[] words = line.replaceFirst("#.*", "").strip().split("\\s+", -1);
      for (int i = 1; i < words.length; i++) {
        if (withoutDot(words[i]).equals(wanted)) {
          addLiteral(words[0], found);
        }
      }
    }
    if (wanted.equals("localhost") || (found.isEmpty() && wanted.endsWith(".localhost"))) {
      addLiteral("127.0.0.1", found);
      addLiteral("::1", found);
    }
    return found;
  }

  private List<String> lines() {
    try {
      if (Files.size(path) > MAX_BYTES) {
        return List.of();
      }
      return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      return List.of(); // no hosts file names no host
    }
  }

  private static void addLiteral(String text, List<InetAddress> to) {
    try {
      InetAddress address = InetAddress.ofLiteral(text.replaceFirst("%.*", ""));
      if (!to.contains(address)) {
        to.add(address);
      }
    } catch (IllegalArgumentException e) {
      // a line without an address names nothing
    }
  }

  private static String withoutDot(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /// That address under that name, so that nothing looks the name up again.
  public static InetAddress named(String host, InetAddress address) {
    try {
      return InetAddress.getByAddress(host, address.getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has an impossible length", e);
    }
  }
}
