package dev.lightfoot.app.ui.probe.request;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Header;
import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.ProxyChoice;
import dev.lightfoot.probe.RequestChecks;
import dev.lightfoot.probe.TargetUrl;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.report.words.Numbers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the words of a command of curl one after the other.
final class CurlArguments {
  private static final Set<String> OPERATORS = Set.of("|", "||", "&", "&&", ";", ">", ">>", "2>");

  /// Computed anew for what is sent.
  private static final Set<String> COMPUTED = Set.of("content-length", "transfer-encoding");

  private final Iterator<String> words;
  private final Set<String> notes = new LinkedHashSet<>();
  private final List<Header> headers = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>();
  private final List<String> data = new ArrayList<>();
  final CurlCertificate certificate = new CurlCertificate();
  private Optional<String> url = Optional.empty();
  private Optional<String> method = Optional.empty();
  private HttpChoice http = HttpChoice.ANY;
  private Optional<AddressFamily> family = Optional.empty();
  private Optional<ProxyChoice> proxy = Optional.empty();
  private Optional<Duration> timeout = Optional.empty();

  CurlArguments(String text) {
    if (text.length() > PastedCurl.MAX_LENGTH) {
      throw new IllegalArgumentException(
          Words.text("curl.long", Numbers.bytes(PastedCurl.MAX_LENGTH)));
    }
    words = ShellWords.split(text.strip().replaceFirst("^\\$\\s+", "")).iterator();
    words.next(); // curl itself
  }

  PastedCurl read() {
    boolean options = true;
    while (words.hasNext()) {
      String word = words.next();
      if (OPERATORS.contains(word)) {
        throw new IllegalArgumentException(Words.text("curl.operator"));
      }
      if (options && word.equals("--")) {
        options = false;
      } else if (options && word.startsWith("--")) {
        option(word, Optional.empty());
      } else if (options && word.length() > 1 && word.startsWith("-")) {
        letters(word);
      } else {
        address(word);
      }
    }
    return result();
  }

  /// Several letters may share a dash; what follows one with a value is that value.
  private void letters(String word) {
    for (int i = 1; i < word.length(); i++) {
      String name = "-" + word.charAt(i);
      boolean attached = CurlOptions.takesValue(name) && i + 1 < word.length();
      option(name, attached ? Optional.of(word.substring(i + 1)) : Optional.empty());
      if (attached) {
        return;
      }
    }
  }

  private void option(String written, Optional<String> attached) {
    String name = CurlOptions.named(written);
    if (CurlOptions.takesValue(name)) {
      String value = attached.orElseGet(() -> valueOf(written));
      if (CurlOptions.WITH_VALUE.containsKey(name)) {
        CurlOptions.WITH_VALUE.get(name).accept(this, value);
      }
    } else if (CurlOptions.ALONE.containsKey(name)) {
      CurlOptions.ALONE.get(name).accept(this);
    } else if (!CurlOptions.WITHOUT_EFFECT.contains(name)) {
      throw new IllegalArgumentException(Words.text("curl.option", written));
    }
  }

  private String valueOf(String option) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException(Words.text("curl.value", option));
    }
    return words.next();
  }

  void address(String text) {
    if (url.isPresent()) {
      throw new IllegalArgumentException(Words.text("curl.addresses"));
    }
    url = Optional.of(text);
  }

  void method(String text) {
    method = Optional.of(RequestChecks.method(text, "-X"));
  }

  void header(String line) {
    String name = line.replaceFirst("[:;].*", "").strip();
    if (name.equalsIgnoreCase("cookie")) {
      cookies(line.substring(line.indexOf(':') + 1));
    } else if (line.endsWith(";") && line.indexOf(':') < 0) {
      headers.add(RequestChecks.header(name + ":", "-H")); // curl's way to send an empty value
    } else if (line.strip().endsWith(":") && line.indexOf(':') == line.strip().length() - 1) {
      notes.add(Words.text("curl.left.header", name));
    } else if (!COMPUTED.contains(name.toLowerCase(Locale.ROOT))) {
      headers.add(RequestChecks.header(line, "-H"));
    }
  }

  void cookies(String text) {
    if (text.indexOf('=') < 0) {
      leaveOut("cookie-file");
      return;
    }
    cookies.addAll(RequestDraft.cookies(text, "-b"));
  }

  void dataOrFile(String text) {
    if (text.startsWith("@")) {
      leaveOut("data-file");
    } else {
      data(text);
    }
  }

  void data(String text) {
    data.add(text);
  }

  void json(String text) {
    dataOrFile(text);
    addUnlessGiven("Content-Type", "application/json");
    addUnlessGiven("Accept", "application/json");
  }

  void user(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    headers.add(new Header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes)));
  }

  void http(HttpChoice choice) {
    http = choice;
  }

  void family(AddressFamily choice) {
    family = Optional.of(choice);
  }

  void proxy(String text) {
    proxy = Optional.of(ProxyChoice.parse(text.isBlank() ? "none" : text));
  }

  void timeout(String seconds) {
    timeout = Optional.of(RequestDraft.timeout(seconds, "-m"));
  }

  /// Notes that something is not done, and why.
  void leaveOut(String what) {
    notes.add(Words.text("curl.left." + what));
  }

  private void addUnlessGiven(String name, String value) {
    if (headers.stream().noneMatch(header -> header.named(name))) {
      headers.add(new Header(name, value));
    }
  }

  private PastedCurl result() {
    String address = url.orElseThrow(() -> new IllegalArgumentException(Words.text("curl.none")));
    TargetUrl target = TargetUrl.parse(address);
    Optional<byte[]> body =
        data.isEmpty()
            ? Optional.empty()
            : Optional.of(
                data.stream().collect(Collectors.joining("&")).getBytes(StandardCharsets.UTF_8));
    if (body.isPresent()) {
      addUnlessGiven("Content-Type", "application/x-www-form-urlencoded");
    }
    if (certificate.isLeftOut()) {
      leaveOut("certificate");
    }
    RequestChoice choice =
        new RequestChoice(
            new RequestChecks(method, headers, cookies, body),
            Optional.empty(),
            http,
            new RequestChoice.Reach(family, proxy, timeout),
            certificate.named(),
            Optional.empty());
    return new PastedCurl(address, choice.at(target.url()), List.copyOf(notes));
  }
}
