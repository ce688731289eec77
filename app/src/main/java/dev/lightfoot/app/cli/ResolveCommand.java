package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.ReachOptions;
import dev.lightfoot.codec.snapshot.LookupWriter;
import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.LookupPlan;
import dev.lightfoot.probe.LookupSeries;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ResolverChoice;
import dev.lightfoot.probe.TargetUrl;
import dev.lightfoot.report.LookupReport;
import dev.lightfoot.report.redact.Redactor;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lightfoot resolve`.
@Command(
    name = "resolve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Compares resolvers: time, round trips, answers and DNSSEC, with lookups in turn.")
final class ResolveCommand implements Callable<Integer> {
  private final Console console;
  private final LookupSeries series;

  @Parameters(arity = "1..*", paramLabel = "HOST", description = "Host name or URL to resolve.")
  private List<String> hosts = new ArrayList<>();

  @Option(
      names = "--resolver",
      paramLabel = "R",
      description =
          "A resolver to compare; may be repeated. configured, system, IP[:PORT] or"
              + " https://…/dns-query. Configured and system by default.")
  private List<String> resolvers = new ArrayList<>();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "N lookups by each; ${DEFAULT-VALUE} by default.")
  private int runs = ProbePlan.DEFAULT_RUNS;

  @Mixin private ReachOptions reach = new ReachOptions();

  @Option(names = "--json", description = "Print every lookup and query as JSON.")
  private boolean json;

  @Option(names = "--unredacted", description = "Print secrets in resolver URLs too.")
  private boolean unredacted;

  ResolveCommand(Console console, LookupSeries series) {
    this.console = console;
    this.series = series;
  }

  @Override
  public Integer call() throws Refusal {
    LookupPlan plan = plan();
    Cancellation cancellation = new Cancellation();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      List<ResolverLookups> results = compare(plan, cancellation);
      List<ResolverLookups> shown = unredacted ? results : Redactor.redact(results);
      console
          .out()
          .print(
              json
                  ? new String(LookupWriter.write(shown), StandardCharsets.UTF_8) + "\n"
                  : LookupReport.of(shown));
      console.out().flush();
      return cancellation.isCancelled() ? ExitStatus.INTERRUPTED : status(shown);
    }
  }

  private List<ResolverLookups> compare(LookupPlan plan, Cancellation cancellation) throws Refusal {
    try {
      return series.compare(plan, cancellation);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  /// 3 where some host was answered for by no resolver at all.
  private int status(List<ResolverLookups> results) {
    int status = ExitStatus.DONE;
    for (String host : results.stream().map(ResolverLookups::host).distinct().toList()) {
      List<ResolverLookups> ofHost =
          results.stream().filter(each -> each.host().equals(host)).toList();
      if (ofHost.stream().allMatch(each -> each.answered().isEmpty())) {
        console.warn("No resolver answered for " + host + ".");
        status = ExitStatus.TARGET;
      } else {
        warn(host, ofHost);
      }
    }
    return status;
  }

  private void warn(String host, List<ResolverLookups> results) {
    for (ResolverLookups each : results) {
      long failed = each.lookups().stream().filter(lookup -> !lookup.answered()).count();
      if (failed > 0) {
        console.warn(
            each.resolver()
                + " gave no answer for "
                + host
                + " in "
                + failed
                + " of "
                + each.lookups().size()
                + " lookups.");
      }
    }
  }

  private LookupPlan plan() throws Refusal {
    try {
      List<ResolverChoice> choices = new ArrayList<>();
      for (String text : resolvers.isEmpty() ? List.of("configured", "system") : resolvers) {
        choices.add(ResolverChoice.parse(text.equals("configured") ? "" : text));
      }
      List<String> names = new ArrayList<>();
      for (String host : hosts) {
        names.add(name(host));
      }
      if (runs < 1 || runs > ProbePlan.MAX_RUNS) {
        throw new Refusal("--runs takes 1 to " + ProbePlan.MAX_RUNS + ".");
      }
      return new LookupPlan(names, choices, runs, reach.family(), reach.authorities());
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private static String name(String typed) throws Refusal {
    String host = TargetUrl.parse(typed).url().host();
    try {
      InetAddress literal = InetAddress.ofLiteral(host);
      throw new Refusal(literal.getHostAddress() + " is an address: there is nothing to resolve.");
    } catch (IllegalArgumentException e) {
      return host;
    }
  }
}
