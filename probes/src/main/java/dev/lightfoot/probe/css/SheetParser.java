package dev.lightfoot.probe.css;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.css.CssToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Goes through the tokens of a sheet with a stack of its own, so that no nesting is too deep for
/// it.
final class SheetParser {
  /// Blocks within each other that are read; what is deeper is read over.
  static final int MAX_DEPTH = 1_000;

  /// Tokens of one declaration or one selector; a longer one is dropped.
  static final int MAX_PRELUDE = 100_000;

  private final CssTokens tokens;
  private final SheetContent content;
  private final Deque<Block> blocks = new ArrayDeque<>();
  private final StringBuilder brackets = new StringBuilder();
  private List<CssToken> pending = new ArrayList<>();
  private boolean overflown;
  private int tooDeep;

  SheetParser(String text, WebUrl base, Screen screen, int firstLine) {
    tokens = new CssTokens(text, 0, firstLine);
    content = new SheetContent(text, base, screen);
    blocks.push(Block.SHEET);
  }

  StyleSheet parse(boolean cut) {
    CssToken token = tokens.next();
    while (!token.is(Kind.END)) {
      read(token);
      token = tokens.next();
    }
    statement();
    while (blocks.size() > 1) { // the end of the text closes everything
      content.close(blocks.pop());
    }
    return content.sheet(cut);
  }

  private void read(CssToken token) {
    if (tooDeep > 0) {
      tooDeep += token.is(Kind.LEFT_BRACE) ? 1 : token.is(Kind.RIGHT_BRACE) ? -1 : 0;
      return;
    }
    if (!brackets.isEmpty()) {
      inBrackets(token);
      return;
    }
    switch (token.kind()) {
      case LEFT_BRACE -> leftBrace(token);
      case RIGHT_BRACE -> rightBrace(token);
      case SEMICOLON -> semicolon(token);
      case SPACE, CDO, CDC -> {
        if (!pending.isEmpty()) {
          keep(token);
        }
      }
      default -> {
        if (token.opens()) {
          brackets.append(token.is(Kind.LEFT_SQUARE) ? '[' : '(');
        }
        keep(token);
      }
    }
  }

  private void inBrackets(CssToken token) {
    if (token.opens() || token.is(Kind.LEFT_BRACE)) {
      brackets.append(token.is(Kind.LEFT_BRACE) ? '{' : token.is(Kind.LEFT_SQUARE) ? '[' : '(');
    } else {
      char top = brackets.charAt(brackets.length() - 1);
      boolean closes =
          switch (token.kind()) {
            case RIGHT_PAREN -> top == '(';
            case RIGHT_SQUARE -> top == '[';
            case RIGHT_BRACE -> top == '{';
            default -> false;
          };
      brackets.setLength(brackets.length() - (closes ? 1 : 0));
    }
    keep(token);
  }

  private void keep(CssToken token) {
    if (pending.size() < MAX_PRELUDE) {
      pending.add(token);
    } else {
      overflown = true;
    }
  }

  private List<CssToken> take() {
    List<CssToken> taken = overflown ? List.of() : pending;
    pending = new ArrayList<>();
    overflown = false;
    return taken;
  }

  private void leftBrace(CssToken token) {
    if (isCustomProperty()) {
      brackets.append('{');
      keep(token);
    } else if (blocks.size() >= MAX_DEPTH) {
      take();
      tooDeep = 1;
    } else {
      blocks.push(content.open(blocks.element(), take()));
    }
  }

  private boolean isCustomProperty() {
    if (pending.isEmpty() || !pending.getFirst().text().startsWith("--")) {
      return false;
    }
    int next = pending.size() > 1 && pending.get(1).is(Kind.SPACE) ? 2 : 1;
    return pending.size() > next && pending.get(next).is(Kind.COLON);
  }

  private void rightBrace(CssToken token) {
    if (blocks.size() == 1) {
      keep(token); // spoils the next rule, as in browsers
    } else {
      statement();
      content.close(blocks.pop());
    }
  }

  /// Ends a declaration or a rule without a block; a selector outside of all rules goes on.
  private void semicolon(CssToken token) {
    boolean selector = blocks.size() == 1 && !pending.isEmpty() && !pending.getFirst().is(Kind.AT);
    if (selector) {
      keep(token);
    } else {
      statement();
    }
  }

  private void statement() {
    List<CssToken> statement = take();
    if (!statement.isEmpty()) {
      content.statement(blocks.element(), statement, blocks.size() == 1);
    }
  }
}
