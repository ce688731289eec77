package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.budget.BudgetCommands;
import dev.lightfoot.app.cli.budget.CheckCommand;
import dev.lightfoot.app.cli.compare.CompareCommand;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.FaultLog;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.finding.FindingsCommand;
import dev.lightfoot.app.cli.ingest.IngestCommand;
import dev.lightfoot.app.cli.ingest.ReceiveCommand;
import dev.lightfoot.app.cli.measuring.Measuring;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.PageEngines;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.probe.LookupSeries;
import dev.lightfoot.probe.ProbeSeries;
import dev.lightfoot.store.DataFolder;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The command line as a whole: finds the command, runs it, and turns what goes wrong into a
/// sentence and an exit status.
public final class Cli {
  private static final int WIDTH = 100;

  private final Console console;
  private final Supplier<RootCommand> root;
  private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

  /// What the commands stand on.
  ///
  /// @param series what measures
  /// @param pages what loads pages
  /// @param lookups what compares resolvers
  /// @param window what opens the window
  public record Parts(
      ProbeSeries series, PageEngines pages, LookupSeries lookups, WindowOpening window) {}

  public Cli(Console console, Parts parts) {
    this.console = console;
    Measuring measuring = new Measuring(console, parts.series());
    root = () -> new RootCommand(console, measuring, parts.window());
    commands.put("probe", () -> new ProbeCommand(console, measuring));
    commands.put("page", () -> new PageCommand(console, parts.pages()));
    commands.put("stack", () -> new StackCommand(console, measuring));
    commands.put("ledger", () -> new LedgerCommand(console));
    commands.put("compare", () -> new CompareCommand(console, parts.series(), parts.pages()));
    commands.put("what-if", () -> new WhatIfCommand(console));
    commands.put("resolve", () -> new ResolveCommand(console, parts.lookups()));
    commands.put("ingest", () -> new IngestCommand(console, new Intake()));
    commands.put("findings", () -> FindingsCommand.commandLine(console));
    commands.put("receive", () -> new ReceiveCommand(console));
    commands.put("check", () -> new CheckCommand(console, measuring, parts.pages()));
    commands.put("budget", () -> BudgetCommands.commandLine(console));
    commands.put("snapshot", () -> SnapshotCommands.commandLine(console));
    commands.put("scenario", () -> new ScenarioCommand(console));
    commands.put("convert", () -> new ConvertCommand(console));
  }

  /// Runs the command that the arguments name.
  ///
  /// @return exit status
  public int run(String... args) {
    // Libraries must not write into our output.
    Logger.getLogger("").setLevel(Level.SEVERE);
    return args.length == 0 ? window() : commandLine(args).execute(args);
  }

  /// Without arguments there is nothing to parse, and the window comes sooner without a parser.
  private int window() {
    try {
      return root.get().call();
    } catch (Exception e) {
      return failed(e, Optional.empty());
    }
  }

  /// To describe all commands takes longer than many of them do. So only the one that is asked for
  /// is there, and all where another word may be meant for one.
  private CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(root.get());
    if (commands.containsKey(args[0])) {
      line.addSubcommand(args[0], commands.get(args[0]).get());
    } else {
      commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    }
    return line.setUsageHelpWidth(WIDTH)
        .setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setParameterExceptionHandler(this::wrongUse)
        .setExecutionExceptionHandler((fault, at, _) -> failed(fault, dataFolder(at)));
  }

  private int wrongUse(ParameterException e, String[] args) {
    console.warn(sentence(e));
    console
        .err()
        .println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitStatus.USAGE;
  }

  private int failed(Exception fault, Optional<Path> dataFolder) {
    if (fault instanceof Refusal) {
      console.warn(sentence(fault));
      return ExitStatus.USAGE;
    }
    Path log = dataFolder.orElseGet(DataFolder::standard).resolve("log").resolve("faults.log");
    boolean written = FaultLog.write(log, fault);
    console.warn(
        "LF-INTERNAL: this is a fault of Lightfoot."
            + (written
                ? " Details are in " + log + "."
                : " No log could be written to " + log + "."));
    return ExitStatus.FAULT;
  }

  private static Optional<Path> dataFolder(CommandLine at) {
    Object command = at.getCommand();
    return command instanceof DataFolderChoice.Chooser chooser
        ? chooser.dataFolder().chosen()
        : Optional.empty();
  }

  private static String sentence(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
  }
}
