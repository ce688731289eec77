package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.probe.AddressFamily;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of everything that connects: which addresses, and whose certificates.
public final class ReachOptions {
  @Option(
      names = "--ip",
      paramLabel = "4|6|any",
      description = "Use addresses of this version of IP only.")
  private String family = "any";

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Trust the roots in this PEM file too.")
  private @Nullable Path authorities;

  /// The addresses to use.
  public AddressFamily family() throws Refusal {
    return switch (family) {
      case "4" -> AddressFamily.IPV4;
      case "6" -> AddressFamily.IPV6;
      case "any" -> AddressFamily.ANY;
      default -> throw new Refusal("--ip takes 4, 6 or any.");
    };
  }

  /// A PEM file of roots to trust beside the system's.
  public Optional<Path> authorities() throws Refusal {
    if (authorities != null && !Files.isReadable(authorities)) {
      throw new Refusal("--ca: " + authorities + " cannot be read.");
    }
    return Optional.ofNullable(authorities);
  }
}
