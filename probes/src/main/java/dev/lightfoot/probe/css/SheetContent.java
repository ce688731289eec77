package dev.lightfoot.probe.css;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.css.Block.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the rules of a sheet say, gathered while they are read.
final class SheetContent {
  /// As many imports, faces and loose URLs are kept of one sheet, of each kind.
  static final int MAX_KEPT = 10_000;

  /// As many rules are kept of one sheet.
  static final int MAX_RULES = 200_000;

  private final String text;
  private final WebUrl base;
  private final Screen screen;
  private final List<StyleSheet.Import> imports = new ArrayList<>();
  private final List<FontFace> faces = new ArrayList<>();
  private final List<Block> styles = new ArrayList<>();
  private final Set<String> layers = new LinkedHashSet<>();
  private final List<CssUrl> loose = new ArrayList<>();
  private boolean importsEnded;
  private boolean full;
  private int unnamed;

  SheetContent(String text, WebUrl base, Screen screen) {
    this.text = text;
    this.base = base;
    this.screen = screen;
  }

  StyleSheet sheet(boolean cut) {
    List<StyleRule> rules =
        styles.stream()
            .filter(block -> !block.declarations().isEmpty())
            .map(
                block ->
                    new StyleRule(
                        block.selector(), block.certain(), block.layer(), block.declarations()))
            .toList();
    return new StyleSheet(base, imports, faces, rules, List.copyOf(layers), loose, cut || full);
  }

  private boolean hasRoom(List<?> kept, int most) {
    boolean room = kept.size() < most;
    full |= !room;
    return room;
  }

  /// The block that these tokens open.
  Block open(Block outer, List<CssToken> prelude) {
    Block block = opened(outer, prelude);
    if (block.is(Kind.STYLE) && hasRoom(styles, MAX_RULES)) {
      styles.add(block); // before those nested in it
    }
    return block;
  }

  private Block opened(Block outer, List<CssToken> prelude) {
    boolean read = outer.is(Kind.RULES) || outer.is(Kind.STYLE);
    if (prelude.isEmpty() || !read) {
      return outer.inside(outer.is(Kind.LOOSE) ? Kind.LOOSE : Kind.SKIPPED);
    }
    importsEnded = true;
    CssToken first = prelude.getFirst();
    if (!first.is(CssToken.Kind.AT)) {
      String own = source(prelude);
      return outer.inside(Kind.STYLE).of(Nesting.resolve(outer, own));
    }
    return atRule(outer, first.text().toLowerCase(Locale.ROOT), prelude.subList(1, prelude.size()));
  }

  private Block atRule(Block outer, String name, List<CssToken> prelude) {
    Block same = outer.inside(outer.kind());
    return switch (name) {
      case "media" -> MediaQuery.matches(prelude, screen) ? same : outer.inside(Kind.SKIPPED);
      case "supports" ->
          switch (Supports.evaluate(prelude)) {
            case TRUE -> same;
            case FALSE -> outer.inside(Kind.SKIPPED);
            case UNKNOWN -> same.uncertain();
          };
      case "layer" -> same.layered(layer(outer, source(prelude)));
      case "container", "scope" -> same.uncertain();
      case "font-face" -> outer.inside(Kind.FACE);
      case "keyframes", "-webkit-keyframes" -> outer.inside(Kind.LOOSE);
      default -> outer.inside(Kind.SKIPPED);
    };
  }

  private String layer(Block outer, String given) {
    String name = given.isEmpty() ? "#" + ++unnamed : given;
    layers.add(outer.layer().map(above -> above + "." + name).orElse(name));
    return name;
  }

  /// A block is at its end.
  void close(Block block) {
    if (block.is(Kind.FACE) && hasRoom(faces, MAX_KEPT)) {
      FontFaces.read(block.descriptors(), base).ifPresent(faces::add);
    }
  }

  /// A declaration, or a rule without a block.
  void statement(Block block, List<CssToken> statement, boolean outermost) {
    if (statement.getFirst().is(CssToken.Kind.AT)) {
      bareRule(block, statement, outermost);
      return;
    }
    switch (block.kind()) {
      case STYLE ->
          Declarations.read(text, statement)
              .filter(Declarations::isKept)
              .ifPresent(block.declarations()::add);
      case FACE ->
          Declarations.read(text, statement)
              .ifPresent(each -> block.descriptors().put(each.property(), each));
      case LOOSE -> CssUrls.in(statement).forEach(url -> loose(url, statement));
      default -> {}
    }
  }

  private void loose(String url, List<CssToken> statement) {
    if (hasRoom(loose, MAX_KEPT)) {
      loose.add(new CssUrl(url, base, statement.getFirst().line()));
    }
  }

  private void bareRule(Block block, List<CssToken> rule, boolean outermost) {
    String name = rule.getFirst().text().toLowerCase(Locale.ROOT);
    List<CssToken> rest = rule.subList(1, rule.size());
    if (name.equals("import") && outermost && !importsEnded && hasRoom(imports, MAX_KEPT)) {
      Optional<StyleSheet.Import> read = Imports.parse(rule, base, screen);
      read.ifPresent(imports::add);
      read.flatMap(StyleSheet.Import::layer).filter(own -> !own.isEmpty()).ifPresent(layers::add);
    } else if (name.equals("layer") && block.is(Kind.RULES)) {
      importsEnded |= !imports.isEmpty(); // layers may stand before imports, not between them
      for (List<CssToken> each : Sizes.parts(rest)) {
        String own = source(each);
        layers.add(block.layer().map(above -> above + "." + own).orElse(own));
      }
    } else if (name.equals("namespace")) {
      importsEnded = true;
    }
  }

  /// The characters of these tokens without comments and spaces at their ends.
  private String source(List<CssToken> tokens) {
    int from = 0;
    int to = tokens.size();
    while (from < to && tokens.get(from).is(CssToken.Kind.SPACE)) {
      from++;
    }
    while (to > from && tokens.get(to - 1).is(CssToken.Kind.SPACE)) {
      to--;
    }
    return from == to ? "" : Declarations.source(text, tokens.subList(from, to));
  }
}
