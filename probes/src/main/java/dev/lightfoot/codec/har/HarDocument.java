package dev.lightfoot.codec.har;

import dev.lightfoot.codec.CaptureReading;
import dev.lightfoot.codec.json.JsonSource;

/// Reads the document as a stream. Entries that are none are reported and passed over.
final class HarDocument {
  /// Entries of one file.
  static final int MAX_ENTRIES = 100_000;

  /// Pages of one file.
  static final int MAX_PAGES = 1_000;

  /// Characters of header lines and custom members of one file.
  static final long MAX_KEPT_CHARS = 64L << 20;

  private final JsonSource json;
  private final HarLog log;
  private final CaptureReading into;
  private int entry;
  private long chars;
  private long unread;
  private long pagesLeft;

  HarDocument(JsonSource json, HarLog log, CaptureReading into) {
    this.json = json;
    this.log = log;
    this.into = into;
  }

  /// Reads the document. What it holds up to a fault in its JSON is in the log then.
  void read() {
    if (!json.next() || !json.object()) {
      return;
    }
    while (json.member()) {
      if (json.name().equals("log") && json.isObject()) {
        json.object();
        while (json.member()) {
          member();
        }
      } else {
        json.skip();
      }
    }
  }

  /// Says what was left out for its size.
  void report() {
    if (unread > 0) {
      into.warning("Entries beyond the first " + MAX_ENTRIES + " were left out: " + unread + ".");
    }
    if (pagesLeft > 0) {
      into.warning(
          "What the file says of pages beyond the first "
              + MAX_PAGES
              + " was left out: "
              + pagesLeft
              + ".");
    }
    if (chars > MAX_KEPT_CHARS) {
      into.warning(
          "Header lines and custom members of the later entries were left out: together they are"
              + " longer than "
              + (MAX_KEPT_CHARS >> 20)
              + " million characters.");
    }
  }

  private void member() {
    switch (json.name()) {
      case "creator" -> log.creator = program();
      case "browser" -> log.browser = program();
      case "pages" -> json.objects(this::page);
      case "entries" -> entries();
      case "version" -> json.skip();
      case OwnFields.NAME -> log.own.read(json);
      default -> log.kept.take(json);
    }
  }

  private Program program() {
    String name = "";
    String version = "";
    if (json.object()) {
      while (json.member()) {
        switch (json.name()) {
          case "name" -> name = json.text();
          case "version" -> version = json.text();
          default -> json.skip();
        }
      }
    }
    return new Program(name, version);
  }

  private void page() {
    PageDraft page = PageDraft.read(json);
    if (log.pages.size() < MAX_PAGES) {
      log.pages.add(page);
    } else {
      pagesLeft++;
    }
  }

  /// A list; also an object whose members are the entries, as some tools make of a list.
  private void entries() {
    if (json.isObject()) {
      json.object();
      while (json.member()) {
        entry();
      }
    } else if (json.array()) {
      while (json.element()) {
        entry();
      }
    }
  }

  private void entry() {
    int index = entry++;
    if (index >= MAX_ENTRIES) {
      unread++;
      json.skip();
    } else if (json.isObject()) {
      json.object();
      EntryDraft draft = EntryReader.read(json, index);
      bound(draft);
      log.entries.add(draft);
    } else {
      json.skip();
      into.skipped("/log/entries/" + index, "It is not an object.");
    }
  }

  private void bound(EntryDraft draft) {
    chars += draft.chars();
    if (chars > MAX_KEPT_CHARS) {
      draft.forget();
    }
  }
}
