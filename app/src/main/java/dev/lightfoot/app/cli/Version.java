package dev.lightfoot.app.cli;

import dev.lightfoot.probe.LightfootVersion;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"lightfoot " + LightfootVersion.current()};
  }
}
