package dev.lightfoot.app.ui.probe.request;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Header;
import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.ProxyChoice;
import dev.lightfoot.probe.RequestChecks;
import dev.lightfoot.probe.http.HttpChoice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A [RequestChoice] while it is written: texts as they were typed.
final class RequestDraft {
  final StringProperty method = new SimpleStringProperty("");
  final StringProperty headers = new SimpleStringProperty("");
  final StringProperty cookies = new SimpleStringProperty("");
  final StringProperty body = new SimpleStringProperty("");
  final ObjectProperty<Optional<BodyFile>> file = new SimpleObjectProperty<>(Optional.empty());
  final StringProperty certificate = new SimpleStringProperty("");
  final StringProperty key = new SimpleStringProperty("");
  final StringProperty password = new SimpleStringProperty("");
  final ObjectProperty<HttpChoice> http = new SimpleObjectProperty<>(HttpChoice.ANY);
  final ObjectProperty<Optional<AddressFamily>> family =
      new SimpleObjectProperty<>(Optional.empty());
  final StringProperty proxy = new SimpleStringProperty("");
  final StringProperty timeout = new SimpleStringProperty("");

  /// A proxy is shown without its password, which is kept while the text stays.
  private Optional<ProxyChoice> written = Optional.empty();

  /// Takes over what was chosen before.
  void fill(RequestChoice choice) {
    RequestChecks parts = choice.parts();
    method.set(parts.method().orElse(""));
    headers.set(
        parts.headers().stream()
            .map(header -> header.name() + ": " + header.value())
            .collect(Collectors.joining("\n")));
    cookies.set(String.join("; ", parts.cookies()));
    file.set(choice.bodyName().map(name -> new BodyFile(name, parts.body().orElse(new byte[0]))));
    body.set(
        choice.bodyName().isPresent()
            ? ""
            : parts.body().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(""));
    certificate.set(choice.certificate().map(NamedCertificate::file).orElse(""));
    key.set(choice.certificate().map(NamedCertificate::keyFile).orElse(""));
    password.set(choice.certificate().map(NamedCertificate::password).orElse(""));
    http.set(choice.http());
    family.set(choice.reach().family());
    written = choice.reach().proxy();
    proxy.set(written.map(RequestDraft::text).orElse(""));
    timeout.set(choice.reach().timeout().map(RequestChoice::seconds).orElse(""));
  }

  private static String text(ProxyChoice proxy) {
    return switch (proxy) {
      case ProxyChoice.Server chosen -> chosen.server().url();
      case ProxyChoice.None _ -> "none";
      case ProxyChoice.Environment _ -> "";
    };
  }

  /// What was written. A certificate is only named in it: its files are not read here.
  ///
  /// @throws IllegalArgumentException where a part of it cannot be sent; the message is a sentence
  ///   for people and repeats no value
  RequestChoice choice() {
    RequestChecks parts =
        new RequestChecks(
            given(method).map(word -> RequestChecks.method(word, Words.text("request.method"))),
            headers(),
            cookies(cookies.get(), Words.text("request.cookies")),
            bytes());
    return new RequestChoice(
        parts,
        file.get().map(BodyFile::name),
        http.get(),
        new RequestChoice.Reach(
            family.get(),
            proxyChoice(),
            given(timeout).map(text -> timeout(text, Words.text("request.timeout")))),
        named(),
        Optional.empty());
  }

  private Optional<NamedCertificate> named() {
    Optional<String> file = given(certificate);
    if (file.isEmpty() && (given(key).isPresent() || !password.get().isEmpty())) {
      throw new IllegalArgumentException(Words.text("request.certificate.missing"));
    }
    return file.map(name -> NamedCertificate.of(name, given(key).orElse(""), password.get()));
  }

  private static Optional<String> given(StringProperty text) {
    return Optional.of(text.get().strip()).filter(word -> !word.isEmpty());
  }

  private List<Header> headers() {
    return headers
        .get()
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> RequestChecks.header(line, Words.text("request.header")))
        .toList();
  }

  private Optional<byte[]> bytes() {
    return file.get()
        .map(BodyFile::bytes)
        .or(
            () ->
                Optional.of(body.get())
                    .filter(text -> !text.isEmpty())
                    .map(text -> text.getBytes(StandardCharsets.UTF_8)));
  }

  private Optional<ProxyChoice> proxyChoice() {
    if (written.map(RequestDraft::text).equals(given(proxy))) {
      return written;
    }
    return given(proxy).map(ProxyChoice::parse);
  }

  /// The pairs of a `Cookie` field, or of as many lines.
  static List<String> cookies(String text, String called) {
    return Arrays.stream(text.split("[;\\r\\n]", -1))
        .map(String::strip)
        .filter(pair -> !pair.isEmpty())
        .map(pair -> RequestChecks.cookie(pair, called))
        .toList();
  }

  static Duration timeout(String text, String called) {
    double seconds;
    try {
      seconds = Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      seconds = Double.NaN; // refused with the same words as one out of bounds
    }
    return RequestChecks.timeout(seconds, called);
  }
}
