package dev.lightfoot.codec.har;

import dev.lightfoot.codec.capture.BrowserWords;
import dev.lightfoot.codec.capture.Links.Step;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.url.WebUrl;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// An entry of which it is known what it asked for and when.
///
/// @param entry as it stands in the file
/// @param url without its fragment, as it was sent
/// @param start when it was asked for
/// @param status of the response; empty where none came
/// @param protocol ALPN id; empty where it is not known
record Request(
    EntryDraft entry, WebUrl url, Instant start, OptionalInt status, Optional<String> protocol) {
  private static final int LOWEST_STATUS = 100;
  private static final int HIGHEST_STATUS = 999;

  static Request of(EntryDraft entry, WebUrl url, Instant start) {
    return new Request(
        entry, url, start, entry.response.map(Request::status).orElse(none()), protocol(entry));
  }

  private static OptionalInt none() {
    return OptionalInt.empty();
  }

  private static OptionalInt status(MessageDraft response) {
    try {
      double number = Double.parseDouble(response.status);
      return number >= LOWEST_STATUS && number <= HIGHEST_STATUS
          ? OptionalInt.of((int) number)
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /// What is said last and most exactly counts; pseudo-header fields are those of HTTP/2 at least.
  private static Optional<String> protocol(EntryDraft entry) {
    String answered = entry.response.map(response -> response.version).orElse("");
    boolean pseudo =
        entry.request.headers.stream().anyMatch(header -> header.name().startsWith(":"));
    return BrowserWords.protocol(entry.protocol)
        .or(() -> BrowserWords.protocol(answered))
        .or(() -> BrowserWords.protocol(entry.request.version))
        .or(() -> pseudo ? Optional.of("h2") : Optional.empty());
  }

  /// As a step from request to request.
  Step step(Optional<ResourceType> type) {
    String location =
        entry
            .response
            .map(it -> it.redirect.isEmpty() ? it.header("location") : it.redirect)
            .orElse("");
    EntryDraft.InitiatorDraft by = entry.initiator;
    return new Step(url, status.orElse(0), location, type, by.type, by.url, by.line);
  }

  boolean isQuic() {
    return protocol.filter("h3"::equals).isPresent();
  }

  boolean isFromCache() {
    return entry.delivery.equals("cache");
  }

  boolean isUnanswered() {
    return status.isEmpty();
  }

  boolean isLiteral() {
    return url.host().contains(":") || url.host().matches("[0-9.]+");
  }
}
