package dev.lightfoot.app.ui.workspace.setting;

import dev.lightfoot.model.SecretNames;
import dev.lightfoot.model.url.WebUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Addresses measured lately, newest first, in a file of its owner's only.
///
/// Never kept: user names, passwords and fragments, and the values of query parameters whose names
/// say that they are secret.
public final class RecentAddresses {
  /// The oldest beyond this many is forgotten.
  public static final int LIMIT = 50;

  private static final Logger LOG = Logger.getLogger(RecentAddresses.class.getName());

  private final OwnerFile file;
  private final Executor background;
  private final ObservableList<String> addresses = FXCollections.observableArrayList();
  private volatile List<String> newest = List.of();

  public RecentAddresses(Path folder, Executor background) {
    this.file = new OwnerFile(folder.resolve("recent-addresses"));
    this.background = background;
    addresses.setAll(file.lines().stream().filter(line -> !line.isBlank()).limit(LIMIT).toList());
  }

  /// Newest first.
  public ObservableList<String> addresses() {
    return FXCollections.unmodifiableObservableList(addresses);
  }

  /// Those that contain the text, without regard to case.
  public List<String> matching(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return addresses.stream()
        .filter(address -> address.toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  /// Puts an address first and keeps the list.
  public void add(WebUrl url) {
    String kept = withoutSecrets(url);
    addresses.remove(kept);
    addresses.addFirst(kept);
    if (addresses.size() > LIMIT) {
      addresses.remove(LIMIT, addresses.size());
    }
    newest = List.copyOf(addresses);
    background.execute(this::write);
  }

  /// Writes the newest list, whichever addition this was for: jobs may come in any order.
  private synchronized void write() {
    try {
      file.write(newest);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "recent addresses were not kept", e);
    }
  }

  static String withoutSecrets(WebUrl url) {
    StringBuilder text = new StringBuilder(url.origin()).append(url.path());
    if (url.query().isPresent()) {
      List<String> parts = new ArrayList<>();
      for (String part : url.query().get().split("&", -1)) {
        parts.add(withoutSecret(part));
      }
      text.append('?').append(String.join("&", parts));
    }
    return text.toString();
  }

  private static String withoutSecret(String parameter) {
    int equals = parameter.indexOf('=');
    if (equals < 0) {
      return parameter;
    }
    return SecretNames.maybeParameter(parameter.substring(0, equals))
        ? parameter.substring(0, equals + 1)
        : parameter;
  }
}
