package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The arguments of the program itself, told apart: an address to measure, or files to open. File
/// managers give paths or `file:` URIs (RFC 8089).
///
/// @param address what to measure
/// @param files files and folders, whether they exist or not
public record GivenArguments(Optional<String> address, List<Path> files) {
  /// What looks like a path although nothing has that name: no host begins so.
  private static final Pattern PATH =
      Pattern.compile("(?s)(/|\\./|\\.\\./|~|\\\\|[A-Za-z]:\\\\).*");

  /// A name that ends as files do, and no host: none of these is a top-level domain.
  private static final Pattern FILE_NAME =
      Pattern.compile(
          "[^/:?#]+\\.(json|jsonl|ndjson|log|har|gz|zst|bz2|txt|csv|out|pb)",
          Pattern.CASE_INSENSITIVE);

  public GivenArguments {
    files = List.copyOf(files);
  }

  /// Takes arguments apart.
  ///
  /// @throws Refusal where the window cannot take all of them
  public static GivenArguments of(List<String> arguments) throws Refusal {
    List<String> addresses = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (String each : arguments) {
      Optional<Path> file = file(each);
      file.ifPresent(files::add);
      if (file.isEmpty()) {
        addresses.add(each);
      }
    }
    if (addresses.size() > 1) {
      throw new Refusal(
          "The window measures one address at a time. lightfoot probe measures several.");
    }
    if (!addresses.isEmpty() && !files.isEmpty()) {
      throw new Refusal(
          "Give an address to measure or files to open, not both: \""
              + addresses.getFirst()
              + "\" is not a file.");
    }
    return new GivenArguments(addresses.stream().findFirst(), files);
  }

  private static Optional<Path> file(String text) throws Refusal {
    if (text.toLowerCase(Locale.ROOT).startsWith("file:")) {
      return Optional.of(ofUri(text));
    }
    try {
      Path path = Path.of(text);
      boolean there = Files.exists(path) || Files.exists(path, LinkOption.NOFOLLOW_LINKS);
      boolean named = PATH.matcher(text).matches() || FILE_NAME.matcher(text).matches();
      return !text.isEmpty() && (there || named) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Path ofUri(String text) throws Refusal {
    try {
      URI uri = new URI(text);
      boolean here = uri.getAuthority() == null || uri.getAuthority().equals("localhost");
      if (here && uri.getPath() != null) {
        return Path.of(new URI("file", null, uri.getPath(), null));
      }
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      throw new Refusal("This URI does not name a file: " + text, e);
    }
    throw new Refusal("This URI does not name a file on this computer: " + text);
  }
}
