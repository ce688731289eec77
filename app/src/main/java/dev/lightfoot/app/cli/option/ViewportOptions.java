package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.model.page.Viewport;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options for the window that a page is loaded for.
public final class ViewportOptions {
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,4})x([1-9][0-9]{0,4})");

  @Option(
      names = "--device",
      paramLabel = "desktop|phone",
      description = "The window it is loaded for; ${DEFAULT-VALUE} by default.")
  private String device = "desktop";

  @Option(
      names = "--viewport",
      paramLabel = "WxH",
      description = "Its size in CSS pixels, such as 1280x720, instead of the device's.")
  private @Nullable String viewport;

  /// The window that a page is loaded for.
  public Viewport viewport() throws Refusal {
    Viewport chosen =
        switch (device.toLowerCase(Locale.ROOT)) {
          case "desktop" -> Viewport.DESKTOP;
          case "phone" -> Viewport.PHONE;
          default -> throw new Refusal("--device takes desktop or phone.");
        };
    if (viewport == null) {
      return chosen;
    }
    Matcher size = SIZE.matcher(viewport.toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      throw new Refusal("--viewport takes a width and a height, such as 1280x720.");
    }
    return new Viewport(
        Integer.parseInt(size.group(1)),
        Integer.parseInt(size.group(2)),
        chosen.scale(),
        chosen.mobile());
  }
}
