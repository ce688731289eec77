package dev.lightfoot.analysis.finding;

/// What a finding knows beyond what every finding has, by the name under which its words ask for
/// it.
///
/// @param name `calls`, `floor`; lower case, words of one rule's sentences
/// @param value what it is
public record Fact(String name, FactValue value) {
  public static Fact count(String name, long count) {
    return new Fact(name, new FactValue.Count(count));
  }

  public static Fact time(String name, long nanos) {
    return new Fact(name, new FactValue.Time(nanos));
  }

  public static Fact bytes(String name, long bytes) {
    return new Fact(name, new FactValue.Bytes(bytes));
  }

  public static Fact distance(String name, long metres) {
    return new Fact(name, new FactValue.Distance(metres));
  }

  public static Fact share(String name, double share) {
    return new Fact(name, new FactValue.Share(share));
  }

  public static Fact name(String name, String text) {
    return new Fact(name, new FactValue.Name(text));
  }

  public static Fact word(String name, String key) {
    return new Fact(name, new FactValue.Word(key));
  }
}
