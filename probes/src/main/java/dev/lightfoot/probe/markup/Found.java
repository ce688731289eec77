package dev.lightfoot.probe.markup;

import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.css.Screen;
import dev.lightfoot.probe.css.StyleSheet;
import java.util.Optional;

/// Something that became known while a document was read, in the order of the document. What the
/// scanner found is known as soon as its bytes are there; what only the parser finds is known to a
/// browser when the parser gets there, which blocking scripts before it delay.
public sealed interface Found {
  /// The line of the document that it begins in, from 1; 0 for what a field of the header names.
  int line();

  /// A URL that the document names.
  ///
  /// @param url absolute, without user, password and fragment
  /// @param type what it is for
  /// @param place who found it, and where
  /// @param use what follows from how it is named
  /// @param fetching how it is to be asked for
  record Wanted(WebUrl url, ResourceType type, Place place, Use use, Fetching fetching)
      implements Found {
    @Override
    public int line() {
      return place.line();
    }
  }

  /// What is named and cannot be asked for over the network.
  ///
  /// @param text as it stands, cut where it is long
  /// @param reason why not
  /// @param type what it would be for
  /// @param place who found it, and where
  record Refused(String text, Reason reason, ResourceType type, Place place) implements Found {
    @Override
    public int line() {
      return place.line();
    }
  }

  /// Why something named is not asked for.
  enum Reason {
    /// Its content is the URL itself (`data:`).
    DATA,
    /// It is a part of the document or of a script's memory (`about:`, `blob:`, `javascript:`).
    INTERNAL,
    /// It has a scheme that a page from the web may not lead to, such as `file:`.
    SCHEME,
    /// It cannot be read as a URL.
    UNREADABLE,
    /// It is longer than is read.
    TOO_LONG,
    /// It holds a user and a password, which browsers refuse in what a page names.
    CREDENTIALS
  }

  /// A script whose text stands in the document.
  ///
  /// @param execution when it runs; a blocking one waits for the style sheets before it, and the
  ///   parser for it
  /// @param addsRequests the first word in its text that can add requests, such as
  ///   `document.write`; empty where there is none
  record InlineScript(int line, Use.Script execution, Optional<String> addsRequests)
      implements Found {}

  /// A style element, read to its end.
  ///
  /// @param mediaMatches whether its media do
  /// @param sheet what it holds
  record InlineStyle(int line, boolean mediaMatches, StyleSheet sheet) implements Found {}

  /// A frame whose document stands in an attribute; it is read at once, also where it is lazy.
  record InlineFrame(int line, String html) implements Found {}

  /// From here on URLs are relative to this one.
  record BaseChanged(int line, WebUrl base) implements Found {}

  /// From here on lengths and media are those of this screen: a `meta name=viewport` on a phone.
  record ScreenChanged(int line, Screen screen) implements Found {}

  /// From here on the document's referrer policy is this (`meta name=referrer`).
  record ReferrerPolicy(int line, String policy) implements Found {}

  /// An event of the document itself.
  record Event(int line, Kind kind) implements Found {}

  /// Events of the document itself.
  enum Kind {
    /// The body begins: the end of the tight mode.
    BODY,
    /// A content security policy in a `meta`: the scanner stops.
    SCANNER_STOPPED,
    /// The content of a `noscript`, which a browser that runs scripts skips.
    NOSCRIPT_SKIPPED,
    /// A script for browsers without modules.
    NOMODULE_SKIPPED,
    /// A template, whose content is not part of the page.
    TEMPLATE_SKIPPED,
    /// A template that is a shadow root, whose content is part of the page.
    SHADOW_ROOT,
    /// A map of module names, which changes what modules import.
    IMPORT_MAP,
    /// Rules for fetching ahead for other pages, which are not followed.
    SPECULATION_RULES,
    /// More is named than is listed; the rest of the document is not.
    LIMIT,
    /// The end of the document.
    END
  }
}
