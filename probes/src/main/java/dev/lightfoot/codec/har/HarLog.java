package dev.lightfoot.codec.har;

import dev.lightfoot.codec.capture.UserAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A whole file as it stands.
final class HarLog {
  Program creator = Program.NONE;
  Program browser = Program.NONE;
  final List<PageDraft> pages = new ArrayList<>();
  final List<EntryDraft> entries = new ArrayList<>();
  final Kept kept = new Kept();
  final OwnLog own = new OwnLog();

  /// The browser that loaded the pages: as the file names it, else as the requests do.
  Optional<String> browserName() {
    return browser.known().or(this::userAgent);
  }

  private Optional<String> userAgent() {
    return entries.stream()
        .map(entry -> entry.request.header("user-agent"))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .flatMap(UserAgent::browser);
  }
}
