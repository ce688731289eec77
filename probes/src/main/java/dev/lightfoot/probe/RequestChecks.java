package dev.lightfoot.probe;

import dev.lightfoot.model.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a request says beside its URL, as a person wrote it. Here it is checked, for the command
/// line and the window alike.
///
/// @param method HTTP method; empty for GET, or POST with a body
/// @param headers header lines
/// @param cookies `name=value` pairs
/// @param body what is sent; not copied, not to be changed
public record RequestChecks(
    Optional<String> method, List<Header> headers, List<String> cookies, Optional<byte[]> body) {
  /// Request bodies are held in memory; larger ones are refused.
  public static final int MAX_BODY = 64 << 20;

  /// A GET of nothing but the URL.
  public static final RequestChecks PLAIN =
      new RequestChecks(Optional.empty(), List.of(), List.of(), Optional.empty());

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Set<String> BODILESS = Set.of("GET", "HEAD");

  /// @throws IllegalArgumentException where a body goes with a method that takes none; the message
  ///   is a sentence for people
  public RequestChecks {
    headers = List.copyOf(headers);
    cookies = List.copyOf(cookies);
    if (body.isPresent() && method.filter(BODILESS::contains).isPresent()) {
      throw new IllegalArgumentException(
          method.get() + " takes no body; POST, PUT and PATCH take one.");
    }
  }

  /// The method that is sent.
  public String sentMethod() {
    return method.orElse(body.isPresent() ? "POST" : "GET");
  }

  /// The body with its type, where there is one.
  public Optional<RequestBody> sentBody() {
    String type =
        headers.stream()
            .filter(header -> header.named("content-type"))
            .map(Header::value)
            .findFirst()
            .orElse("application/octet-stream");
    return body.map(bytes -> new RequestBody(bytes, type));
  }

  /// The header lines to send there: without the type of the body, which goes with it, and with the
  /// user and password that the address holds, unless there is another authorization.
  public List<Header> linesTo(TargetUrl target) {
    List<Header> lines = new ArrayList<>(headers);
    if (body.isPresent()) {
      lines.removeIf(header -> header.named("content-type"));
    }
    if (lines.stream().noneMatch(header -> header.named("authorization"))) {
      target.authorization().ifPresent(lines::add);
    }
    return lines;
  }

  /// Checks a method.
  ///
  /// @param called what the person knows it as, for the message
  /// @throws IllegalArgumentException with a sentence for people
  public static String method(String text, String called) {
    if (!text.matches(TOKEN)) {
      throw new IllegalArgumentException(called + " takes one word, such as HEAD.");
    }
    return text;
  }

  /// Reads a header line.
  ///
  /// @param called what the person knows it as, for the message
  /// @throws IllegalArgumentException with a sentence for people, which does not repeat the value:
  ///   it may be a secret
  public static Header header(String line, String called) {
    int colon = line.indexOf(':');
    String name = colon < 0 ? "" : line.substring(0, colon).strip();
    String value = line.substring(colon + 1).strip();
    if (!name.matches(TOKEN)
        || value.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
      throw new IllegalArgumentException(
          called + " takes a name, a colon and a value on one line: 'Accept: text/html'.");
    }
    return new Header(name, value);
  }

  /// Checks a cookie.
  ///
  /// @param called what the person knows it as, for the message
  /// @throws IllegalArgumentException with a sentence for people, which does not repeat the value
  public static String cookie(String pair, String called) {
    if (!pair.matches(TOKEN + "=[^;\\p{Cntrl}]*")) {
      throw new IllegalArgumentException(
          called + " takes one name=value without a semicolon; repeat it for more.");
    }
    return pair;
  }

  /// Checks the seconds that a run may take.
  ///
  /// @param called what the person knows them as, for the message
  /// @throws IllegalArgumentException with a sentence for people
  public static Duration timeout(double seconds, String called) {
    long most = ProbeRequest.LONGEST_TIMEOUT.toSeconds();
    if (!(seconds > 0 && seconds <= most)) {
      throw new IllegalArgumentException(
          called + " takes more than 0 and at most " + most + " seconds.");
    }
    return Duration.ofMillis(Math.max(1, Math.round(seconds * 1_000)));
  }
}
