package dev.lightfoot.probe.markup;

import java.util.OptionalInt;

/// What a document does with what it names.
public sealed interface Use {
  /// A script.
  ///
  /// @param module whether it is a module
  /// @param when it runs
  record Script(boolean module, Execution when) implements Use {}

  /// When a script runs.
  enum Execution {
    /// Where it stands; the parser waits for it.
    BLOCKING,
    /// After the document is parsed, in order.
    DEFERRED,
    /// As soon as it is there.
    ASYNC
  }

  /// A style sheet.
  ///
  /// @param mediaMatches whether its media match the screen; one that does not is fetched late and
  ///   holds nothing up
  /// @param alternate whether it is one to choose only
  record Sheet(boolean mediaMatches, boolean alternate) implements Use {}

  /// A sheet that another one imports.
  ///
  /// @param mediaMatches whether its media match the screen
  record Import(boolean mediaMatches) implements Use {}

  /// An image of the document.
  ///
  /// @param width the attribute, in CSS pixels
  /// @param height the attribute, in CSS pixels
  /// @param lazy whether it is fetched only near the window
  record Image(OptionalInt width, OptionalInt height, boolean lazy) implements Use {
    /// Images of up to this many square pixels are not taken to be important.
    public static final int SMALL = 10_000;

    /// Without attributes.
    public static final Image PLAIN = new Image(OptionalInt.empty(), OptionalInt.empty(), false);

    /// Whether its attributes leave it open that it is an important one.
    public boolean isLarge() {
      boolean zero = width.orElse(1) == 0 || height.orElse(1) == 0;
      boolean known = width.isPresent() && height.isPresent();
      return !zero && (!known || (long) width.getAsInt() * height.getAsInt() > SMALL);
    }
  }

  /// A font that text is shown in.
  record Font() implements Use {}

  /// The frame that a video shows before it plays.
  record Poster(boolean lazy) implements Use {}

  /// A sound or a film.
  ///
  /// @param preload the attribute: `none`, `metadata` or `auto`
  record Media(String preload) implements Use {}

  /// Captions of a film.
  record Track() implements Use {}

  /// Something that is fetched ahead for this page.
  ///
  /// @param as what for
  record Preload(String as) implements Use {}

  /// A module that is fetched ahead for this page.
  record ModulePreload() implements Use {}

  /// A host that is looked up ahead, and connected to.
  ///
  /// @param lookupOnly whether it is looked up only
  record Preconnect(boolean lookupOnly) implements Use {}

  /// Something that is fetched ahead for another page.
  record Prefetch() implements Use {}

  /// The picture of the site.
  record Icon() implements Use {}

  /// The description of the site as an application.
  record Manifest() implements Use {}

  /// A document within the document.
  record Frame(boolean lazy) implements Use {}

  /// What an `object` or `embed` shows.
  record Plugin() implements Use {}
}
