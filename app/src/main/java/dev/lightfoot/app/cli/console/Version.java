package dev.lightfoot.app.cli.console;

import dev.lightfoot.probe.LightfootVersion;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"lightfoot " + LightfootVersion.current()};
  }
}
