package dev.lightfoot.codec.accesslog;

import static dev.lightfoot.codec.accesslog.FieldNames.named;

import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the format strings of a server are written. Turns one into a [LinePattern]: the bare string,
/// or the whole directive as it stands in the configuration.
///
/// @param mark what every such string contains
/// @param directive with which the configuration introduces one; empty where it has none
/// @param pieces whether a directive may quote the string in several pieces
/// @param field what stands for a field
/// @param adding adds the field that was found
record FormatSyntax(
    String mark,
    String directive,
    boolean pieces,
    Pattern field,
    BiConsumer<MatchResult, LinePattern.Builder> adding) {
  /// nginx's `log_format`, which may go over several lines and quotes.
  static final FormatSyntax NGINX =
      new FormatSyntax(
          "$",
          "log_format",
          true,
          Pattern.compile("\\$(?:\\{(\\w*).?|(\\w*))", Pattern.DOTALL),
          FormatSyntax::nginx);

  /// Apache's `LogFormat` (mod_log_config, mod_logio): `%>s`, `%{Referer}i`, `%^FB`.
  static final FormatSyntax APACHE =
      new FormatSyntax(
          "%",
          "LogFormat",
          false,
          Pattern.compile("%[<>!,0-9]*(?:\\{([^}]*)}|\\{)?(\\^.{0,2}|.?)", Pattern.DOTALL),
          FormatSyntax::apache);

  /// gunicorn's `access_log_format`: `%(h)s`.
  static final FormatSyntax GUNICORN =
      new FormatSyntax(
          "%(",
          "", false, Pattern.compile("%\\((.*?)\\)s", Pattern.DOTALL), FormatSyntax::gunicorn);

  /// That of the patterns in this package: `<STATUS: the status>` is a fact and what its server
  /// calls it, `<the cookie>` a field of no interest; at the end, `<...>` lets a line go on.
  static final FormatSyntax OWN =
      new FormatSyntax(
          "<", "", false, Pattern.compile("<(?:([A-Z_]+): )?([^>]+)>"), FormatSyntax::own);

  private static final FieldNames APACHE_LETTERS =
      FieldNames.of(
          named(Fact.CLIENT, "h", "{c}h", "a", "{c}a"),
          named(Fact.TIME, "t"),
          named(Fact.REQUEST, "r"),
          named(Fact.METHOD, "m"),
          named(Fact.TARGET, "U"),
          named(Fact.QUERY, "q"),
          named(Fact.PROTOCOL, "H"),
          named(Fact.STATUS, "s"),
          named(Fact.BODY_BYTES, "b", "B"),
          named(Fact.RESPONSE_BYTES, "O"),
          named(Fact.MICROS, "D", "{us}T"),
          named(Fact.MILLIS, "{ms}T"),
          named(Fact.SECONDS, "T", "{s}T"),
          named(Fact.FIRST_BYTE_MICROS, "^FB"),
          named(Fact.HOST, "v", "V"),
          named(Fact.PORT, "p", "{canonical}p"),
          named(Fact.PROCESS, "P", "{pid}P"),
          named(Fact.REQUEST_ID, "{UNIQUE_ID}e"));

  private static final FieldNames GUNICORN_LETTERS =
      FieldNames.of(
          named(Fact.CLIENT, "h"),
          named(Fact.TIME, "t"),
          named(Fact.REQUEST, "r"),
          named(Fact.METHOD, "m"),
          named(Fact.TARGET, "U"),
          named(Fact.QUERY, "q"),
          named(Fact.PROTOCOL, "H"),
          named(Fact.STATUS, "s"),
          named(Fact.BODY_BYTES, "B", "b"),
          named(Fact.USER_AGENT, "a"),
          named(Fact.SECONDS, "T", "L"),
          named(Fact.MILLIS, "M"),
          named(Fact.MICROS, "D"),
          named(Fact.PROCESS, "p"));

  /// @throws IllegalArgumentException with a sentence where lines of that format could not be taken
  ///   apart
  LinePattern compile(String format) {
    return begin(format).build();
  }

  /// The same of lines that have more fields than are known.
  ///
  /// @throws IllegalArgumentException as [#compile]
  LinePattern compileFirst(String format) {
    return begin(format).more().build();
  }

  /// The same, for more fields to follow.
  LinePattern.Builder begin(String format) {
    String stripped = format.strip();
    boolean whole = !directive.isEmpty() && stripped.startsWith(directive);
    String text = whole ? unquoted(stripped, pieces) : stripped;
    LinePattern.Builder builder = new LinePattern.Builder();
    Matcher fields = field.matcher(text);
    int at = 0;
    while (fields.find()) {
      builder.text(text.substring(at, fields.start()));
      adding.accept(fields, builder);
      at = fields.end();
    }
    return builder.text(text.substring(at));
  }

  private static void nginx(MatchResult field, LinePattern.Builder into) {
    String name = field.group(1) == null ? field.group(2) : field.group(1);
    Optional<Fact> fact = UsualNames.VARIABLES.exact(name);
    if (name.startsWith("upstream_")) {
      into.list(fact, "$" + name);
    } else {
      into.field(fact, "$" + name);
    }
  }

  private static void apache(MatchResult field, LinePattern.Builder into) {
    String argument = field.group(1) == null ? "" : field.group(1);
    String letter = field.group(2);
    switch (letter) {
      case "%" -> into.text("%");
      case "i", "o" -> into.field(UsualNames.header(argument), field.group());
      case "t" -> apacheTime(argument, field.group(), into);
      default -> {
        String code = argument.isEmpty() ? letter : "{" + argument + "}" + letter;
        into.field(APACHE_LETTERS.exact(code), field.group());
      }
    }
  }

  /// The start of the request; its end, `%{end:…}t`, and parts of a second are left out.
  private static void apacheTime(String argument, String shown, LinePattern.Builder into) {
    if (argument.isEmpty()) {
      into.text("[").field(Optional.of(Fact.TIME), shown).text("]");
    } else {
      boolean start = !argument.startsWith("end:") && !argument.endsWith("_frac");
      into.field(start ? Optional.of(Fact.TIME) : Optional.empty(), shown);
    }
  }

  private static void gunicorn(MatchResult field, LinePattern.Builder into) {
    String name = field.group(1);
    int close = name.indexOf('}');
    boolean variable = name.startsWith("{") && close > 0;
    switch (name) {
      case "t" -> into.text("[").field(Optional.of(Fact.TIME), field.group()).text("]");
      case "p" -> into.text("<").field(Optional.of(Fact.PROCESS), field.group()).text(">");
      default ->
          into.field(
              !variable
                  ? GUNICORN_LETTERS.exact(name)
                  : name.endsWith("e")
                      ? Optional.empty()
                      : UsualNames.header(name.substring(1, close)),
              field.group());
    }
  }

  private static void own(MatchResult field, LinePattern.Builder into) {
    String name = field.group(2);
    if (name.equals("...")) {
      into.open();
    } else {
      into.field(Optional.ofNullable(field.group(1)).map(Fact::valueOf), name);
    }
  }

  /// The first quoted piece of a directive, or all in a row.
  private static String unquoted(String directive, boolean all) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < directive.length() && (all || text.isEmpty())) {
      char quote = directive.charAt(at++);
      if (quote != '\'' && quote != '"') {
        continue;
      }
      while (at < directive.length() && directive.charAt(at) != quote) {
        at += directive.charAt(at) == '\\' && at + 1 < directive.length() ? 1 : 0;
        text.append(directive.charAt(at++));
      }
      at++;
    }
    return text.toString();
  }
}
