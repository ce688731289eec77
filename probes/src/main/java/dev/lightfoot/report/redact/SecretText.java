package dev.lightfoot.report.redact;

import dev.lightfoot.model.SecretNames;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds secrets in text and replaces them by `[redacted]`; remembers what it found. What it has
/// written it leaves alone, so that doing it twice changes nothing more.
final class SecretText {
  static final String MARK = "[redacted]";

  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s?#@\"'<>]{1,1024}@");
  private static final Pattern PARAMETER =
      Pattern.compile(
          // In a query a comma is part of the value; elsewhere it separates values.
          "(?:([?&#])NAME=([^&#;\\s\"'<>]+))|(?:(;|\\b)NAME=([^&#;\\s\"'<>,]+))"
              .replace("NAME", "([A-Za-z0-9_.~%\\-\\[\\]]{1,100})"));
  private static final Pattern DONE = Pattern.compile(".*\\[redacted\\]\\p{Punct}*");
  private static final Pattern JWT =
      Pattern.compile("\\b(eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.)([A-Za-z0-9_-]+)");
  // 24 characters of letters and digits mixed: no person types that, a generator does.
  private static final Pattern GENERATED =
      Pattern.compile("(?=[^0-9]*[0-9])(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9_~+/=%.-]{24,}");

  /// So many texts that hold nothing are remembered, of this length at most: the header fields of a
  /// page's requests are much the same.
  static final int MOST_HARMLESS = 20_000;

  private static final int LONGEST_HARMLESS = 500;

  private final Map<String, Integer> removed = new LinkedHashMap<>();
  private final Echoes secrets = new Echoes();
  private final Set<String> harmless = new HashSet<>();

  /// The text without user names and passwords in URLs, secret parameters, signatures of JWTs, and
  /// values that were found secret elsewhere.
  String clean(String text) {
    if (harmless.contains(text)) {
      return text;
    }
    String cleaned = replace(text, "://", USER_INFO, this::userInfo);
    cleaned = replace(cleaned, "eyJ", JWT, this::jwt);
    cleaned = replace(cleaned, "=", PARAMETER, this::parameter);
    cleaned = secrets.replace(cleaned, MARK, () -> note("repetition of a secret"));
    if (text.length() <= LONGEST_HARMLESS
        && harmless.size() < MOST_HARMLESS
        && cleaned.equals(text)) {
      harmless.add(text);
    }
    return cleaned;
  }

  /// `[redacted]`, noting what it stands for.
  String remove(String what, String value) {
    if (value.isEmpty() || value.equals(MARK)) {
      return value;
    }
    note(what);
    if (secrets.add(value)) {
      harmless.clear(); // one of them may hold it
    }
    return MARK;
  }

  /// `[redacted]` in the place of text that is not declared harmless. Unlike a secret it is not
  /// looked for elsewhere.
  String hide(String value) {
    if (value.isEmpty() || value.equals(MARK)) {
      return value;
    }
    note("undeclared text");
    return MARK;
  }

  /// Counts a removal.
  void note(String what) {
    removed.merge(what, 1, Integer::sum);
  }

  List<Removal> removed() {
    return removed.entrySet().stream()
        .map(entry -> new Removal(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// Forgets what was counted, not which values are secret: a second pass then finds echoes that
  /// came before their source.
  void startAgain() {
    removed.clear();
  }

  /// A credential: its scheme and the claims of a JWT stay.
  String credential(String what, String value) {
    int space = value.indexOf(' ');
    String scheme = space < 0 ? "" : value.substring(0, space + 1);
    String secret = value.substring(scheme.length());
    var jwt = JWT.matcher(secret);
    if (jwt.matches()) {
      return scheme + jwt.group(1) + remove("signature of a JWT", jwt.group(2));
    }
    if (secret.startsWith("eyJ") && secret.endsWith("." + MARK)) {
      return value;
    }
    return scheme + remove(what, secret);
  }

  private String userInfo(MatchResult match) {
    String found = match.group();
    return remove("user name and password in a URL", found.substring(0, found.length() - 1)) + "@";
  }

  private String jwt(MatchResult match) {
    return match.group(1) + remove("signature of a JWT", match.group(2));
  }

  private String parameter(MatchResult match) {
    int first = match.group(1) != null ? 1 : 4;
    String before = match.group(first);
    String name = match.group(first + 1);
    String value = match.group(first + 2);
    boolean inUrl = !before.isEmpty();
    boolean secret =
        inUrl ? SecretNames.parameter(name) || generated(value) : SecretNames.member(name);
    boolean done = DONE.matcher(value).matches();
    return secret && !done
        ? before + name + "=" + remove("parameter " + name, value)
        : match.group();
  }

  private static boolean generated(String value) {
    return Pattern.compile(",")
        .splitAsStream(value)
        .anyMatch(part -> GENERATED.matcher(part).matches());
  }

  /// @param sign every match has it, and most texts do not
  private static String replace(
      String text, String sign, Pattern pattern, Function<MatchResult, String> replacement) {
    return text.contains(sign)
        ? pattern
            .matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)))
        : text;
  }
}
