package dev.lightfoot.codec.capture;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.model.page.PageSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is said of a page that was read from a log of the browser itself.
public final class ImportedPages {
  private ImportedPages() {}

  /// A page of which nothing is known yet.
  ///
  /// @param format of the file
  public static PageLoad of(String format) {
    return new PageLoad(
        PageEngine.IMPORTED,
        Optional.empty(),
        OptionalInt.empty(),
        PageMarks.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(new PageSource(format, Optional.empty(), Optional.empty(), List.of())));
  }

  /// The run with the browser that its requests name, and with the party of each.
  public static Run naming(Run run) {
    Optional<String> browser =
        run.exchanges().stream()
            .flatMap(exchange -> exchange.request().headers().stream())
            .filter(line -> line.named("user-agent"))
            .map(Header::value)
            .flatMap(text -> UserAgent.browser(text).stream())
            .findFirst();
    PageLoad page = run.page().orElseThrow();
    Run told = Parties.told(run);
    return told.as(
        new PageLoad(
            page.engine(),
            page.viewport(),
            page.documentExchange(),
            page.marks(),
            page.criticalPath(),
            page.candidates(),
            page.unusedPreloads(),
            page.notes(),
            page.source()
                .map(
                    source ->
                        new PageSource(
                            source.format(), source.writer(), browser, source.repairs())),
            page.rendering()));
  }
}
