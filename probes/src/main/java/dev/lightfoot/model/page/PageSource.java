package dev.lightfoot.model.page;

import java.util.List;
import java.util.Optional;

/// Where an imported page comes from.
///
/// @param format of the file: `har`, `webpagetest`, `devtools-log`, `lighthouse`, `netlog`
/// @param writer the program that wrote it, as far as it can be seen
/// @param browser the browser that loaded the page, as far as the file names it
/// @param repairs what was wrong in known ways
public record PageSource(
    String format, Optional<String> writer, Optional<String> browser, List<Repair> repairs) {
  public PageSource {
    repairs = List.copyOf(repairs);
  }
}
