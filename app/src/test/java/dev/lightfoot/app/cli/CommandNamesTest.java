package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A command is made only when it is asked for, and known by its name before.
class CommandNamesTest {
  private static final Pattern LISTED = Pattern.compile("(?m)^  ([a-z][a-z-]*)  +\\S");

  private final CliHarness cli = new CliHarness();

  private List<String> listed() {
    String help = cli.run("--help").out();
    return LISTED.matcher(help).results().map((MatchResult found) -> found.group(1)).toList();
  }

  @Test
  void theHelpListsAllOfThem() {
    assertThat(listed())
        .startsWith("probe", "page", "stack")
        .contains("compare", "findings", "what-if", "budget", "snapshot", "convert")
        .hasSizeGreaterThanOrEqualTo(15);
  }

  @Test
  void eachIsCalledWhatItsOwnHelpSays() {
    List<String> unlike = new ArrayList<>();
    for (String name : listed()) {
      CliHarness.Result help = cli.run(name, "--help");
      if (help.status() != 0 || !help.out().startsWith("Usage: lightfoot " + name + " ")) {
        unlike.add(name + ": " + help.out().lines().findFirst().orElse(help.err()));
      }
    }
    assertThat(unlike).isEmpty();
  }

  @Test
  void aWordThatIsNoneIsComparedWithAllOfThem() {
    assertThat(cli.run("prob").err()).contains("lightfoot probe");
  }
}
