package dev.lightfoot.probe.markup;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.probe.markup.Found.Kind;
import dev.lightfoot.probe.markup.Place.Blocking;
import dev.lightfoot.probe.markup.Use.Execution;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a `script` asks for (HTML Standard section 4.12.1).
final class ScriptTags {
  private static final Set<String> JAVASCRIPT =
      Set.of(
          "application/ecmascript",
          "application/javascript",
          "application/x-ecmascript",
          "application/x-javascript",
          "text/ecmascript",
          "text/javascript",
          "text/javascript1.0",
          "text/javascript1.1",
          "text/javascript1.2",
          "text/javascript1.3",
          "text/javascript1.4",
          "text/javascript1.5",
          "text/jscript",
          "text/livescript",
          "text/x-ecmascript",
          "text/x-javascript");

  private final Page page;

  ScriptTags(Page page) {
    this.page = page;
  }

  /// The script whose text stands in the document; empty where it has another place, or is none.
  Optional<Use.Script> read(Tag tag) {
    String type = type(tag);
    switch (type) {
      case "importmap" -> page.event(Kind.IMPORT_MAP, tag.line());
      case "speculationrules" -> page.event(Kind.SPECULATION_RULES, tag.line());
      default -> {
        boolean module = type.equals("module");
        if (module || JAVASCRIPT.contains(type)) {
          return script(tag, module);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Use.Script> script(Tag tag, boolean module) {
    if (!module && tag.has("nomodule")) {
      page.event(Kind.NOMODULE_SKIPPED, tag.line());
      return Optional.empty();
    }
    boolean outside = tag.has("src");
    Execution when = when(tag, module, outside);
    Use.Script use = new Use.Script(module, when);
    if (!outside) {
      return Optional.of(use);
    }
    Initiator.Type by = page.scanner();
    Fetching plain = LinkTags.fetching(tag);
    page.add(
        tag,
        "src",
        ResourceType.SCRIPT,
        new Place(by, tag.line(), page.inBody(by), blocking(tag, when, page.inBody(by))),
        use,
        module ? LinkTags.module(plain) : plain);
    return Optional.empty();
  }

  /// Async counts for modules, and for classic scripts with a source; defer for those alone.
  private static Execution when(Tag tag, boolean module, boolean outside) {
    if (tag.has("async") && (module || outside)) {
      return Execution.ASYNC;
    }
    return module || (outside && tag.has("defer")) ? Execution.DEFERRED : Execution.BLOCKING;
  }

  private static Blocking blocking(Tag tag, Execution when, boolean inBody) {
    if (List.of(tag.word("blocking").split(" ", -1)).contains("render")) {
      return Blocking.RENDER;
    }
    return switch (when) {
      case BLOCKING -> inBody ? Blocking.PARSER : Blocking.RENDER;
      case ASYNC -> Blocking.POTENTIAL;
      case DEFERRED -> Blocking.NONE;
    };
  }

  /// The type in lower case: that of JavaScript where none is given, or a language of old.
  private static String type(Tag tag) {
    if (tag.has("type")) {
      String type = tag.word("type");
      return type.isEmpty() ? "text/javascript" : type;
    }
    String language = tag.word("language");
    return language.isEmpty() ? "text/javascript" : "text/" + language;
  }
}
