package dev.lightfoot.probe.markup;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.probe.css.LeadingImports;
import dev.lightfoot.probe.css.StyleSheet;
import dev.lightfoot.probe.css.StyleSheetReader;
import dev.lightfoot.probe.markup.Place.Blocking;
import java.util.Optional;

/// The text of the script or style element that is open, if it counts.
final class TextContent {
  private final Page page;
  private Optional<Use.Script> script = Optional.empty();
  private Optional<LeadingImports> imports = Optional.empty();
  private boolean style;
  private boolean mediaMatches;
  private int line;

  TextContent(Page page) {
    this.page = page;
  }

  /// Another element begins.
  void forget() {
    script = Optional.empty();
    style = false;
    imports = Optional.empty();
  }

  void script(Optional<Use.Script> inline, int atLine) {
    script = inline;
    line = atLine;
  }

  void style(boolean matches, int atLine) {
    style = true;
    mediaMatches = matches;
    line = atLine;
    imports = Optional.of(new LeadingImports(page.base(), page.screen(), atLine));
  }

  void text(CharSequence text, boolean ended) {
    if (page.isFull()) {
      forget();
    }
    imports.ifPresent(leading -> leading.next(text).forEach(this::ahead));
    if (!ended) {
      return;
    }
    if (style) {
      StyleSheet sheet = StyleSheetReader.read(text.toString(), page.base(), page.screen(), line);
      page.add(new Found.InlineStyle(line, mediaMatches, sheet));
    }
    script.ifPresent(
        use -> page.add(new Found.InlineScript(line, use, ScriptWords.addsRequests(text))));
    forget();
  }

  /// The scanner takes the imports at the beginning that stand under no condition.
  private void ahead(StyleSheet.Import one) {
    if (page.scanner() == Initiator.Type.PARSER || one.isConditional()) {
      return;
    }
    Initiator.Type by = page.scanner();
    Blocking blocking =
        !mediaMatches ? Blocking.NONE : page.inBody(by) ? Blocking.PARSER : Blocking.RENDER;
    page.add(
        one.address().text(),
        ResourceType.STYLESHEET,
        new Place(by, one.address().line(), page.inBody(by), blocking),
        new Use.Import(mediaMatches),
        Fetching.PLAIN);
  }
}
