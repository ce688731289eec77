package dev.lightfoot.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The members of one kind of record, in the order in which they are written, and how the record is
/// made of them.
///
/// ```
/// static final Shape<Chunk> CHUNK =
///     Shape.of("chunk", "Body bytes that arrived.", members -> {
///       var at = members.required("atNanos", NANOS, Chunk::atNanos);
///       var bytes = members.required("bytes", COUNT, Chunk::bytes);
///       return values -> new Chunk(values.get(at), values.get(bytes));
///     });
/// ```
///
/// @param <T> the record
public final class Shape<T> {
  private final String name;
  private final String description;
  private final List<Member<T, ?>> members;
  private final Map<String, Member<T, ?>> byName = new HashMap<>();
  private final Optional<Member<T, String>> tag;
  private final Map<String, List<Member<T, ?>>> needed;
  private final Map<String, List<Member<T, ?>>> written;
  private final List<Member<T, ?>> kept;
  private final Maker<T> maker;

  /// Makes the record of what was read.
  public interface Maker<T> {
    T make(Values<T> values) throws Missing;
  }

  private Shape(String name, String description, Members<T> members, Maker<T> maker) {
    this.name = name;
    this.description = description;
    this.members = List.copyOf(members.declared());
    this.members.forEach(member -> byName.put(member.name(), member));
    this.kept = this.members.stream().filter(Member::isKept).toList();
    this.tag = members.tag();
    this.written = members.written();
    this.needed = Map.copyOf(members.needed());
    this.maker = maker;
    if (byName.size() != this.members.size()) {
      throw new IllegalStateException(name + " has two members of the same name");
    }
  }

  /// A shape.
  ///
  /// @param name what a schema calls it
  /// @param description what a schema says of it
  public static <T> Shape<T> of(
      String name, String description, Function<Members<T>, Maker<T>> declare) {
    Members<T> members = new Members<>();
    Maker<T> maker = declare.apply(members);
    return new Shape<>(name, description, members, maker);
  }

  /// This shape as the kind of a member.
  public Kind<T> part() {
    return Kind.part(() -> this);
  }

  public String name() {
    return name;
  }

  public String description() {
    return description;
  }

  /// In the order in which they are written.
  public List<Member<T, ?>> members() {
    return members;
  }

  /// Members that follow from others, or are kept where they do not.
  public List<Member<T, ?>> kept() {
    return kept;
  }

  /// The member of that name; null where there is none.
  public @Nullable Member<T, ?> member(String memberName) {
    return byName.get(memberName);
  }

  /// The member whose value decides what else must be there.
  public Optional<Member<T, String>> tag() {
    return tag;
  }

  /// What must be there, by the value of the tag.
  public Map<String, List<Member<T, ?>>> needed() {
    return needed;
  }

  /// Room for what is read of one record.
  public Values<T> values() {
    return new Values<>(members.size());
  }

  /// The record of what was read.
  public T make(Values<T> values) throws Missing {
    if (tag.isPresent()) {
      for (Member<T, ?> member : needed.getOrDefault(values.get(tag.get()), List.of())) {
        values.need(member);
      }
    }
    return maker.make(values);
  }

  /// Writes each member.
  public void write(T record, DocumentSink out) {
    List<Member<T, ?>> these =
        tag.isEmpty() ? members : written.getOrDefault(tag.get().value(record), members);
    for (Member<T, ?> member : these) {
      member.write(record, out);
    }
  }

  /// The record without its secrets: what is not declared harmless goes through the redaction, what
  /// follows from it follows anew.
  public T redact(T record, Redaction redaction) {
    Values<T> values = values();
    for (Member<T, ?> member : members) {
      if (!member.isDerived()) {
        values.redact(member, record, redaction);
      }
    }
    try {
      return make(values);
    } catch (Missing e) {
      throw new IllegalStateException(e);
    }
  }
}
