package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.model.Header;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.ProxyChoice;
import dev.lightfoot.probe.RequestBody;
import dev.lightfoot.probe.ResolverChoice;
import dev.lightfoot.probe.TargetUrl;
import dev.lightfoot.probe.http.HttpChoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
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
  /// Request bodies are held in memory.
  static final int MAX_BODY = 64 << 20;

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final long LONGEST_TIMEOUT = ProbeRequest.LONGEST_TIMEOUT.toSeconds();

  @Mixin private ReachOptions reach = new ReachOptions();

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
              + " environment says unless said: https_proxy, http_proxy, all_proxy, no_proxy.")
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
      description = "Seconds for one run, redirects included; ${DEFAULT-VALUE} unless said.")
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
      List<Header> lines = headers();
      Optional<String> type =
          lines.stream().filter(h -> h.named("content-type")).map(Header::value).findFirst();
      Optional<RequestBody> body = body(console, type.orElse("application/octet-stream"));
      if (body.isPresent()) {
        lines.removeIf(header -> header.named("content-type"));
      }
      if (lines.stream().noneMatch(header -> header.named("authorization"))) {
        target.authorization().ifPresent(lines::add);
      }
      return new ProbeRequest(
          target.url(),
          method(body.isPresent()),
          body,
          lines,
          cookies(),
          ResolverChoice.parse(resolver),
          reach.family(),
          ProxyChoice.parse(proxy),
          reach.authorities(),
          timeout(),
          versions().getFirst(),
          allowPrivate);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private String method(boolean body) throws Refusal {
    if (method == null) {
      return body ? "POST" : "GET";
    }
    if (!method.matches(TOKEN)) {
      throw new Refusal("--method takes one word, such as HEAD.");
    }
    return method;
  }

  private List<Header> headers() throws Refusal {
    List<Header> lines = new ArrayList<>();
    for (String text : headers) {
      int colon = text.indexOf(':');
      String name = colon < 0 ? "" : text.substring(0, colon).strip();
      String value = text.substring(colon + 1).strip();
      // The value is not repeated: it may be a secret.
      if (!name.matches(TOKEN)
          || value.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
        throw new Refusal(
            "--header takes a name, a colon and a value on one line: 'Accept: text/html'.");
      }
      lines.add(new Header(name, value));
    }
    return lines;
  }

  private List<String> cookies() throws Refusal {
    for (String cookie : cookies) {
      boolean pair = cookie.matches(TOKEN + "=[^;\\p{Cntrl}]*");
      if (!pair) {
        throw new Refusal("--cookie takes one name=value without a semicolon; repeat it for more.");
      }
    }
    return cookies;
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

  private Duration timeout() throws Refusal {
    if (!(timeout > 0 && timeout <= LONGEST_TIMEOUT)) {
      throw new Refusal("--timeout takes more than 0 and at most " + LONGEST_TIMEOUT + " seconds.");
    }
    return Duration.ofMillis(Math.max(1, Math.round(timeout * 1_000)));
  }

  private Optional<RequestBody> body(Console console, String type) throws Refusal {
    if (data == null) {
      return Optional.empty();
    }
    if (read.isEmpty()) {
      read = Optional.of(bytes(data, console));
    }
    return read.map(bytes -> new RequestBody(bytes, type));
  }

  private static byte[] bytes(String name, Console console) throws Refusal {
    try (InputStream in = name.equals("-") ? console.in() : Files.newInputStream(Path.of(name))) {
      byte[] bytes = in.readNBytes(MAX_BODY + 1);
      if (bytes.length > MAX_BODY) {
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
