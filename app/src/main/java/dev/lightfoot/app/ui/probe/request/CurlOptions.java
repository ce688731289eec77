package dev.lightfoot.app.ui.probe.request;

import static java.util.Map.entry;

import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.http.HttpChoice;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The options of curl that are understood, by the letter where they have one.
final class CurlOptions {
  /// Long names of those that have a letter, too.
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          entry("--request", "-X"),
          entry("--header", "-H"),
          entry("--cookie", "-b"),
          entry("--data", "-d"),
          entry("--data-ascii", "-d"),
          entry("--data-binary", "-d"),
          entry("--proxy", "-x"),
          entry("--max-time", "-m"),
          entry("--user", "-u"),
          entry("--user-agent", "-A"),
          entry("--referer", "-e"),
          entry("--head", "-I"),
          entry("--ipv4", "-4"),
          entry("--ipv6", "-6"),
          entry("--insecure", "-k"),
          entry("--cert", "-E"),
          entry("--output", "-o"),
          entry("--write-out", "-w"),
          entry("--cookie-jar", "-c"),
          entry("--dump-header", "-D"));

  /// Those with a value after them.
  static final Map<String, BiConsumer<CurlArguments, String>> WITH_VALUE =
      Map.ofEntries(
          entry("-X", CurlArguments::method),
          entry("-H", CurlArguments::header),
          entry("-b", CurlArguments::cookies),
          entry("-d", CurlArguments::dataOrFile),
          entry("--data-raw", CurlArguments::data),
          entry("--json", CurlArguments::json),
          entry("-x", CurlArguments::proxy),
          entry("-m", CurlArguments::timeout),
          entry("-u", CurlArguments::user),
          entry("-A", (curl, value) -> curl.header("User-Agent: " + value)),
          entry("-e", (curl, value) -> curl.header("Referer: " + value)),
          entry("--url", CurlArguments::address),
          entry("-E", (curl, value) -> curl.certificate.certificate(value)),
          entry("--key", (curl, value) -> curl.certificate.key(value)),
          entry("--pass", (curl, value) -> curl.certificate.password(value)),
          entry("--cert-type", (curl, value) -> curl.certificate.type(value)),
          entry("--key-type", (curl, value) -> curl.certificate.type(value)),
          entry("--cacert", (curl, _) -> curl.leaveOut("cacert")),
          entry("--resolve", (curl, _) -> curl.leaveOut("resolve")),
          entry("--connect-timeout", (curl, _) -> curl.leaveOut("connect-timeout")));

  /// Those that say something by themselves.
  static final Map<String, Consumer<CurlArguments>> ALONE =
      Map.ofEntries(
          entry("-I", curl -> curl.method("HEAD")),
          entry("--http1.1", curl -> curl.http(HttpChoice.HTTP_1_1)),
          entry("--http2", curl -> curl.http(HttpChoice.HTTP_2)),
          entry("--http3", curl -> curl.http(HttpChoice.HTTP_3)),
          entry("--http3-only", curl -> curl.http(HttpChoice.HTTP_3)),
          entry("-4", curl -> curl.family(AddressFamily.IPV4)),
          entry("-6", curl -> curl.family(AddressFamily.IPV6)),
          entry("-k", curl -> curl.leaveOut("insecure")),
          entry("--path-as-is", curl -> curl.leaveOut("path")));

  /// Those that change nothing of what is sent, or ask for what is done anyway.
  static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "-s",
          "--silent",
          "-S",
          "--show-error",
          "-v",
          "--verbose",
          "-i",
          "--include",
          "--show-headers",
          "-L",
          "--location",
          "-f",
          "--fail",
          "-g",
          "--globoff",
          "-N",
          "--no-buffer",
          "-#",
          "--progress-bar",
          "--no-progress-meter",
          "--compressed");

  /// Those that say where curl writes, with a value after them.
  static final Set<String> OUTPUT = Set.of("-o", "-w", "-c", "-D", "--max-redirs", "--trace");

  private CurlOptions() {}

  /// The name under which an option stands in these tables.
  static String named(String name) {
    return LETTERS.getOrDefault(name, name);
  }

  /// Whether the next word belongs to that option.
  static boolean takesValue(String name) {
    return WITH_VALUE.containsKey(name) || OUTPUT.contains(name);
  }
}
