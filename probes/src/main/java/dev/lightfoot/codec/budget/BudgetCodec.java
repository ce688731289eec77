package dev.lightfoot.codec.budget;

import dev.lightfoot.codec.located.Located;
import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.model.budget.Budget;
import dev.lightfoot.model.budget.Limit;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns budget files into budgets and back. Strict: a member or value that is not known is
/// refused. Described by `budget-v1.schema.json` beside this class.
public final class BudgetCodec {
  /// Value of the member `format`.
  public static final String FORMAT = "lightfoot/budget";

  /// Highest value of the member `version` that can be read, and the one that is written.
  public static final int VERSION = 1;

  /// Longer files are refused.
  public static final int MAX_BYTES = 1 << 20;

  /// More limits in one file are refused.
  public static final int MAX_LIMITS = 1_000;

  private static final Set<String> MEMBERS =
      Set.of("format", "version", "limits", "note", "$schema");

  private BudgetCodec() {}

  /// The budget in the bytes of a file.
  public static Budget decode(byte[] bytes) throws LocatedFormatException {
    if (bytes.length > MAX_BYTES) {
      throw new LocatedFormatException(
          1, "", "The file is larger than " + (MAX_BYTES >> 20) + " MiB; no budget is.");
    }
    Located document = Located.read(bytes);
    Map<String, Located> members = document.object();
    format(document, members);
    version(document, members);
    for (Map.Entry<String, Located> each : members.entrySet()) {
      if (!MEMBERS.contains(each.getKey())) {
        throw each.getValue()
            .wrong("A budget has no such member; it has format, version and limits.");
      }
    }
    return new Budget(limits(document, members));
  }

  private static void format(Located document, Map<String, Located> members)
      throws LocatedFormatException {
    Located format = members.get("format");
    if (format == null) {
      throw document.wrong("\"format\": \"" + FORMAT + "\" is missing; is this a budget?");
    }
    if (!format.text().equals(FORMAT)) {
      throw format.wrong("The format of a budget is \"" + FORMAT + "\".");
    }
  }

  private static void version(Located document, Map<String, Located> members)
      throws LocatedFormatException {
    Located version = members.get("version");
    if (version == null) {
      throw document.wrong("\"version\": " + VERSION + " is missing.");
    }
    if (!(version.value() instanceof Located.Numeral(BigDecimal number))
        || number.compareTo(BigDecimal.valueOf(VERSION)) != 0) {
      throw version.wrong("This Lightfoot reads version " + VERSION + " of budgets.");
    }
  }

  private static List<Limit> limits(Located document, Map<String, Located> members)
      throws LocatedFormatException {
    Located list = members.get("limits");
    if (list == null) {
      throw document.wrong("\"limits\" is missing: the list of what is checked.");
    }
    List<Located> all = list.list();
    if (all.isEmpty() || all.size() > MAX_LIMITS) {
      throw list.wrong("A budget has 1 to " + MAX_LIMITS + " limits, and not " + all.size() + ".");
    }
    List<Limit> limits = new ArrayList<>();
    for (Located each : all) {
      limits.add(new LimitReader(each).limit());
    }
    return limits;
  }

  /// The budget as a file, a limit a line.
  public static byte[] encode(Budget budget) {
    StringWriter text = new StringWriter();
    text.write("{\n  \"format\": \"" + FORMAT + "\",\n  \"version\": " + VERSION + ",\n");
    text.write("  \"limits\": [\n");
    for (int i = 0; i < budget.limits().size(); i++) {
      boolean last = i == budget.limits().size() - 1;
      text.write("    " + LimitWriter.of(budget.limits().get(i)) + (last ? "\n" : ",\n"));
    }
    text.write("  ]\n}\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
