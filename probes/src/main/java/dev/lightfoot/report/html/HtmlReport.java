package dev.lightfoot.report.html;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.report.Report;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.svg.Markup;
import dev.lightfoot.report.svg.SvgStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// Writes a report as one HTML file: its charts beside their tables, light or dark as the reader's
/// screen is, light on paper, and the data it was made from as JSON within.
///
/// It has no script, so that nothing changes where scripts are off. Its policy allows its own style
/// sheet, by hash, and nothing else: no request can leave it. All text goes through [Markup].
public final class HtmlReport {
  private static final String STYLE = sheet() + SvgStyle.sheet();
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(STYLE)
          + "'; base-uri 'none'; form-action 'none'";

  private HtmlReport() {}

  /// The report as a page.
  ///
  /// @param json what it was made from, as the element that holds it
  public static String of(Report report, String json) {
    return page(report, json, say("html.json"));
  }

  /// The report as a page without what it was made from, which is too large: it says so.
  public static String withoutData(Report report) {
    return page(report, "", say("html.withoutJson"));
  }

  private static String page(Report report, String json, String note) {
    Markup out = new Markup();
    out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"generator\" content=\"Lightfoot\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .element("title", say("html.title", report.kind(), report.subject()))
        .raw("\n<style>" + STYLE + "</style>\n</head>\n<body>\n")
        .raw("<svg class=\"defs\" aria-hidden=\"true\" width=\"0\" height=\"0\">")
        .raw(SvgStyle.patterns() + "</svg>\n");
    head(report, out);
    out.raw("<main>\n");
    answer(report.headline(), out);
    new HtmlBody(out, report.kind()).write(report.body());
    out.raw("</main>\n<footer>").element("p", say("html.footer")).element("p", note);
    out.raw("</footer>\n").raw(json).raw("</body>\n</html>\n");
    return out.toString();
  }

  private static void head(Report report, Markup out) {
    out.raw("<header>")
        .element("p class=\"kind\"", say("html.kind", report.kind()))
        .element("p class=\"subject\"", report.subject())
        .raw("</header>\n");
  }

  private static void answer(Headline headline, Markup out) {
    out.raw("<div class=\"answer\">").element("h1", headline.first());
    headline.second().ifPresent(second -> out.element("p class=\"second\"", second));
    if (!headline.caption().isEmpty()) {
      out.element("p class=\"caption\"", headline.caption());
    }
    headline.code().ifPresent(code -> out.element("p class=\"code\"", say("text.code", code)));
    List<String> remedies = headline.remedies();
    if (!remedies.isEmpty()) {
      out.raw("<section class=\"plain\">").element("h2", say("text.remedies")).raw("<ol>");
      remedies.forEach(each -> out.element("li", each));
      out.raw("</ol></section>");
    }
    out.raw("</div>\n");
  }

  private static String sheet() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing");
      }
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Tokens.variables() + css.replaceAll("/\\*(?s:.*?)\\*/|\\s*\\n\\s*", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String style) {
    try {
      byte[] bytes = style.getBytes(StandardCharsets.UTF_8);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder().encodeToString(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
