package dev.lightfoot.probe.markup;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.probe.css.MediaQuery;
import dev.lightfoot.probe.markup.Found.Kind;
import dev.lightfoot.probe.markup.Place.Blocking;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Goes through the tokens of a document and sorts them: which belong to the page, in which part of
/// it, and who reads them.
final class DocumentWalk implements TokenSink {
  /// Elements that the head may hold; any other one begins the body.
  private static final Set<String> HEAD =
      Set.of(
          "base",
          "basefont",
          "bgsound",
          "head",
          "html",
          "link",
          "meta",
          "noframes",
          "noscript",
          "script",
          "style",
          "template",
          "title");

  private static final Set<String> TEXT =
      Set.of("iframe", "noembed", "noframes", "noscript", "style", "textarea", "title", "xmp");

  private final Page page;
  private final ImageTags images;
  private final LinkTags links;
  private final ScriptTags scripts;
  private final EmbeddedTags embedded;
  private final TextContent content;
  private final ForeignContent foreign = new ForeignContent();

  /// Open templates, the innermost first: whether each is a shadow root of the page.
  private final Deque<Boolean> templates = new ArrayDeque<>();

  private int inert;

  DocumentWalk(Page page) {
    this.page = page;
    images = new ImageTags(page);
    links = new LinkTags(page, images);
    scripts = new ScriptTags(page);
    embedded = new EmbeddedTags(page);
    content = new TextContent(page);
  }

  @Override
  public Content startTag(Tag tag) {
    boolean html = foreign.isHtml(tag);
    if (tag.is("template") && html) {
      template(tag);
      return Content.MARKUP;
    }
    if (inert == 0) {
      if (html) {
        element(tag);
      } else {
        page.body(tag.line());
        embedded.svg(tag);
      }
    }
    return html ? content(tag.name()) : Content.MARKUP;
  }

  private static Content content(String name) {
    return switch (name) {
      case "script" -> Content.SCRIPT;
      case "plaintext" -> Content.PLAIN;
      default -> TEXT.contains(name) ? Content.TEXT : Content.MARKUP;
    };
  }

  private void template(Tag tag) {
    String mode = tag.word("shadowrootmode");
    boolean shadow = mode.equals("open") || mode.equals("closed");
    if (inert == 0) {
      page.event(shadow ? Kind.SHADOW_ROOT : Kind.TEMPLATE_SKIPPED, tag.line());
    }
    templates.push(shadow);
    inert += shadow ? 0 : 1;
  }

  private void element(Tag tag) {
    content.forget();
    if (!HEAD.contains(tag.name())) {
      page.body(tag.line());
    }
    if (!tag.is("picture")) {
      images.other(tag);
    }
    switch (tag.name()) {
      case "base" -> {
        if (templates.isEmpty() && tag.has("href")) {
          page.base(tag.attribute("href").orElse(""), tag.line());
        }
      }
      case "meta" -> meta(tag);
      case "link" -> links.read(tag, page.scanner());
      case "script" -> content.script(scripts.read(tag), tag.line());
      case "style" ->
          content.style(MediaQuery.matches(tag.word("media"), page.screen()), tag.line());
      case "noscript" -> page.event(Kind.NOSCRIPT_SKIPPED, tag.line());
      case "picture" -> images.beginPicture();
      case "source" -> {
        images.source(tag);
        embedded.source(tag);
      }
      case "img", "image" -> {
        images.image(tag);
        page.bodyTag();
      }
      case "body" -> {
        page.bodyTag();
        background(tag);
      }
      case "table", "td", "th", "tr", "tbody", "thead", "tfoot" -> background(tag);
      default -> embedded.read(tag);
    }
  }

  private void background(Tag tag) {
    Place place = new Place(Initiator.Type.PARSER, tag.line(), true, Blocking.NONE);
    page.add(tag, "background", ResourceType.IMAGE, place, Use.Image.PLAIN, Fetching.PLAIN);
  }

  private void meta(Tag tag) {
    if (!templates.isEmpty()) {
      return;
    }
    String text = tag.attribute("content").orElse("");
    if (tag.word("http-equiv").equals("content-security-policy")) {
      page.stopScanner(tag.line());
    }
    switch (tag.word("name")) {
      case "viewport" -> page.viewport(text, tag.line());
      case "referrer" -> page.add(new Found.ReferrerPolicy(tag.line(), tag.word("content")));
      default -> {}
    }
  }

  @Override
  public void endTag(String name, int line) {
    boolean wasForeign = foreign.isForeign();
    foreign.endTag(name);
    if (name.equals("template") && !wasForeign && !templates.isEmpty()) {
      inert -= templates.pop() ? 0 : 1;
    } else if (inert == 0) {
      images.endTag(name);
      switch (name) {
        case "video", "audio" -> embedded.endMedia();
        case "body", "br" -> page.body(line);
        default -> {}
      }
    }
  }

  @Override
  public void words(int line) {
    if (inert == 0 && templates.isEmpty()) {
      page.body(line);
    }
  }

  @Override
  public void text(CharSequence text, boolean ended) {
    content.text(text, ended);
  }

  @Override
  public boolean hasCdata() {
    return foreign.isForeign();
  }

  /// The end of the document.
  void end(int line) {
    page.end(line);
  }
}
