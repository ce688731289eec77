package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.ProxyChoice;
import dev.lightfoot.probe.RequestChecks;
import dev.lightfoot.probe.ResolverChoice;
import dev.lightfoot.probe.TargetUrl;
import dev.lightfoot.probe.http.HttpChoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say what to ask for, and how.
public final class RequestOptions {
  @Mixin private ReachOptions reach = new ReachOptions();
  @Mixin private CertificateOptions certificate = new CertificateOptions();

  @Option(
      names = "--method",
      paramLabel = "M",
      description = "HTTP method; GET, or POST with --data.")
  private @Nullable String method;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "Send this file as the body; - reads standard input. At most 64 MiB.")
  private @Nullable String data;

  @Option(
      names = "--cookie",
      paramLabel = "K=V",
      description = "Send this cookie; may be repeated.")
  private List<String> cookies = new ArrayList<>();

  @Option(
      names = "--header",
      paramLabel = "'K: V'",
      description = "Send this header line; may be repeated.")
  private List<String> headers = new ArrayList<>();

  @Option(
      names = "--resolver",
      paramLabel = "R",
      description =
          "Who resolves names: system, IP[:PORT] (several with commas between), or"
              + " https://…/dns-query.")
  private String resolver = "";

  @Option(
      names = "--proxy",
      paramLabel = "URL|none",
      description =
          "The HTTP proxy to go through, http://[user:password@]host:port, or none. As the"
              + " environment says by default: https_proxy, http_proxy, all_proxy, no_proxy.")
  private String proxy = "";

  @Option(
      names = "--http",
      split = ",",
      paramLabel = "1.1|2|3|any",
      description =
          "Which version of HTTP; several, as in 1.1,2,3, are measured in turn and compared.")
  private List<String> versions = new ArrayList<>(List.of("any"));

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Seconds for one run, redirects included; ${DEFAULT-VALUE} by default.")
  private double timeout = ProbeRequest.DEFAULT_TIMEOUT.toSeconds();

  @Option(
      names = "--allow-private",
      description = "Follow redirects from a public site to a private address.")
  private boolean allowPrivate;

  private Optional<byte[]> read = Optional.empty();

  /// The request for what a person typed as a URL.
  public ProbeRequest request(String typed, Console console) throws Refusal {
    try {
      TargetUrl target = TargetUrl.parse(typed);
      RequestChecks parts = parts(console);
      return new ProbeRequest(
              target.url(),
              parts.sentMethod(),
              parts.sentBody(),
              parts.linesTo(target),
              parts.cookies(),
              ResolverChoice.parse(resolver),
              reach.family(),
              ProxyChoice.parse(proxy),
              reach.authorities(),
              RequestChecks.timeout(timeout, "--timeout"),
              versions().getFirst(),
              allowPrivate)
          .showing(certificate.read(console));
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private RequestChecks parts(Console console) throws Refusal {
    return new RequestChecks(
        Optional.ofNullable(method).map(word -> RequestChecks.method(word, "--method")),
        headers.stream().map(line -> RequestChecks.header(line, "--header")).toList(),
        cookies.stream().map(pair -> RequestChecks.cookie(pair, "--cookie")).toList(),
        body(console));
  }

  /// The versions of HTTP to measure, each once.
  public List<HttpChoice> versions() throws Refusal {
    Set<HttpChoice> chosen = new LinkedHashSet<>();
    for (String label : versions) {
      chosen.add(
          HttpChoice.ofLabel(label.strip())
              .orElseThrow(
                  () ->
                      new Refusal("--http takes 1.1, 2, 3 or any, or several of them: 1.1,2,3.")));
    }
    return List.copyOf(chosen);
  }

  private Optional<byte[]> body(Console console) throws Refusal {
    if (data != null && read.isEmpty()) {
      read = Optional.of(bytes(data, console));
    }
    return read;
  }

  private static byte[] bytes(String name, Console console) throws Refusal {
    try (InputStream in = name.equals("-") ? console.in() : Files.newInputStream(Path.of(name))) {
      byte[] bytes = in.readNBytes(RequestChecks.MAX_BODY + 1);
      if (bytes.length > RequestChecks.MAX_BODY) {
        throw new Refusal("--data: the body is larger than 64 MiB.");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new Refusal("--data: there is no file " + name + ".", e);
    } catch (IOException e) {
      throw new Refusal("--data: " + name + " cannot be read: " + e.getMessage(), e);
    }
  }
}
